# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# What command tests share.  A test file is a list of cases:
#
#	. "${srcdir:-.}/tests/cli/lib.sh"
#
#	it 'refuses a date that does not exist'
#	expect_fail 2 kansli when appeal --posted 2021-02-30
#	contains err 'is not a date'
#
#	done_testing
#
# Each file has a folder of its own, $work, which is also where it stands; the
# day is fixed, the register is $work/kansli.db, and messages are in English.
# After expect_ok and expect_fail the output is in the files out and err.  A
# case ends where the next begins; it fails if anything in it does.
set -u

srcdir=$(cd "${srcdir:-.}" && pwd)
KANSLI=${KANSLI:-$srcdir/build/kansli}
ekholm=$srcdir/fixtures/ekholm
tool=${builddir:-$srcdir/build}/tests/cli/tool
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

KANSLI_DB=$work/kansli.db
KANSLI_TODAY=2010-11-24
KANSLI_LANG=en
KANSLI_SHARE=${KANSLI_SHARE:-$srcdir}
export KANSLI_DB KANSLI_TODAY KANSLI_LANG KANSLI_SHARE

cases=0 bad_cases=0 in_case=
: >out
: >err

kansli() {
	"$KANSLI" "$@"
}

# it SENTENCE: begin a case.
it() {
	end_case
	in_case=$1 case_ok=yes
	cases=$((cases + 1))
}

end_case() {
	[ -n "$in_case" ] || return 0
	if [ "$case_ok" = yes ]; then
		echo "ok - $in_case"
	else
		echo "not ok - $in_case"
		bad_cases=$((bad_cases + 1))
	fi
	in_case=
}

# complain TEXT [FILE...]: the case fails; show why.
complain() {
	case_ok=no
	echo "# $1"
	shift
	for file in "$@"; do
		sed "s|^|#   $file: |" "$file" | cut -c 1-400 | head -n 30
	done
}

# run_as STATUS COMMAND...: the command must exit with STATUS.
run_as() {
	wanted=$1
	shift
	"$@" >out 2>err </dev/null
	status=$?
	[ $status -eq "$wanted" ] && return
	complain "exit status $status, not $wanted: $*" out err
}

# expect_ok COMMAND...: it succeeds.
expect_ok() {
	run_as 0 "$@"
}

# expect_fail STATUS COMMAND...: it exits with STATUS and says why.
expect_fail() {
	run_as "$@"
	[ -s err ] || complain "nothing on standard error: $*"
}

# contains FILE TEXT: the text, as it is, stands in FILE.
contains() {
	grep -qF -e "$2" "$1" || complain "$1 does not contain: $2" "$1"
}

# lacks FILE TEXT: it does not.
lacks() {
	! grep -qF -e "$2" "$1" || complain "$1 contains: $2" "$1"
}

# prints TEXT: standard output is exactly this, and nothing was complained of.
prints() {
	printf '%s\n' "$1" >wanted
	cmp -s wanted out || complain "the output differs" wanted out
	[ ! -s err ] || complain "there are complaints" err
}

# same FILE FILE: they have the same bytes.
same() {
	cmp -s "$1" "$2" || {
		diff "$1" "$2" >difference
		complain "$1 and $2 differ" difference
	}
}

# lines FILE N: it has N lines.
lines() {
	[ "$(wc -l <"$1")" -eq "$2" ] || complain "$1 has not $2 lines" "$1"
}

# exists FILE...: each is there and has something in it.
exists() {
	for file in "$@"; do
		[ -s "$file" ] || complain "there is no file $file"
	done
}

# skip WHY: leave the whole test.
skip() {
	end_case
	echo "$1"
	exit 77
}

# register FILE...: a new register with these fixtures of Ekholm, by the
# beginning of their names; stops the test if that fails.
register() {
	rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	kansli init >out 2>err || bail "kansli init failed"
	for name in "$@"; do
		kansli import "$ekholm/$name"*.xml >out 2>err ||
		    bail "the fixtures $name could not be imported"
	done
}

# small: a new register with the one small committee of tests/data/litet.xml.
small() {
	rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	kansli init >out 2>err || bail 'kansli init failed'
	kansli import "$srcdir/tests/data/litet.xml" >out 2>err ||
	    bail 'tests/data/litet.xml could not be imported'
}

# remember, unchanged: since the first, the register must be sound and have
# the same facts, bytes and log.
remember() {
	kansli check --json >remembered 2>check_err ||
	    complain 'the register is not sound' check_err
}

unchanged() {
	kansli check --json >now 2>check_err ||
	    complain 'the register is not sound afterwards' check_err
	cmp -s remembered now ||
	    complain 'the register is not as before' remembered now
}

# refused STATUS COMMAND...: as expect_fail, and the register is as before.
refused() {
	remember
	expect_fail "$@"
	unchanged
}

bail() {
	complain "$1" out err
	done_testing
}

# done_testing: the last line of each test.
done_testing() {
	end_case
	echo "$((cases - bad_cases)) of $cases cases"
	[ $bad_cases -eq 0 ] && [ $cases -gt 0 ]
	exit
}
