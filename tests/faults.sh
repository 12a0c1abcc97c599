#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What happens when memory or the disk gives out in the middle, or the program
# is killed: it says so and changes nothing, or it did all that it should; it
# never dies of a signal, and the register is sound afterwards.  The Nth
# allocation or write of a command fails, for few N; for many when KANSLI_LONG
# is set.
. "${srcdir:-.}/tests/cli/lib.sh"

grep -q '^#define KANSLI_FAULTS' "${builddir:-$srcdir/build}/config.h" ||
    skip 'not built with --enable-faults, so nothing can be made to fail'

meeting=BYN/2027-03-16
KANSLI_TODAY=2027-03-08
step() {
	kansli "$@" >out 2>err || bail "kansli $* failed"
}

# Registers as they stand before each command of the cycle.
small
step agenda build $meeting
step agenda add $meeting B2027-0104
cp "$KANSLI_DB" planned.db
step agenda publish $meeting
cp "$KANSLI_DB" summoned.db
printf '%s\n' 'start 16:30' 'n alla' § 'val justerare Ask' § \
    'y Ask bifall' 'y Lind avslag' 'v y1 y2' 'ja M, S' 'avstår C' >lines.txt
KANSLI_TODAY=2027-03-16
"$KANSLI" meeting enter $meeting <lines.txt >out 2>err ||
    bail 'the meeting could not be typed'
cp "$KANSLI_DB" typed.db
cp summoned.db "$KANSLI_DB"
KANSLI_TODAY=2027-03-17
step import "$srcdir/tests/data/litet-protokoll.xml"
cp "$KANSLI_DB" held.db
step minutes freeze $meeting
cp "$KANSLI_DB" frozen.db
kansli minutes accept $meeting --all --why Godtas >out 2>err
step minutes approve $meeting --person k2
cp "$KANSLI_DB" half.db
cp frozen.db "$KANSLI_DB"
step minutes adjust $meeting
cp "$KANSLI_DB" adjusted.db
step notice post $meeting
cp "$KANSLI_DB" posted.db
printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' '<kansli version="1">' \
    '<ärende dnr="B2027-0900"><nämnd>BYN</nämnd><rubrik>Fil</rubrik>' \
    '<handling fil="bilaga.txt" nr="1"><titel>Bilaga</titel></handling>' \
    '</ärende>' '</kansli>' >fil.xml
echo bilaga >bilaga.txt


# What standard input holds.
typed=/dev/null

# Each stride is that part of what has been walked already.
part=5
[ -z "${KANSLI_LONG:-}" ] || part=40

# fresh BEFORE: the register as it was then.
fresh() {
	rm -rf written "$KANSLI_DB" "$KANSLI_DB"-*
	cp "$1" "$KANSLI_DB"
}

# state FILE: everything that counts, after a command.
state() {
	kansli check --json >"$1" 2>check_err || {
		complain 'the register is not sound' check_err
		return
	}
	[ ! -d written ] || (cd written && find . -type f | sort |
	    xargs cksum) >>"$1"
}

# whole: what was written in spite of the failure is whole.
whole() {
	[ -d written ] || return 0
	(cd written && find . -type f | sort | xargs -r cksum) >files
	grep -vxF -f good files >parts
	[ ! -s parts ] || complain "there are parts of files at $fault" parts
}

# try FAULT BEFORE COMMAND...: with one failure.  Sets failed to whether the
# command noticed.
try() {
	fault=$1
	fresh "$2"
	shift 2
	KANSLI_FAULT=$fault "$KANSLI" "$@" >out 2>err <"$typed"
	status=$?
	failed=yes
	case $status in
	0)
		failed=no
		state after
		cmp -s good after ||
		    complain "$fault: not all was done: $*" good after err
		;;
	1 | 2 | 3)
		[ -s err ] || complain "$fault: nothing was said: $*"
		kansli check --json >after 2>check_err ||
		    complain "$fault: the register is not sound: $*" check_err
		cmp -s before after ||
		    complain "$fault: the register was changed: $*" before after err
		whole
		;;
	*) complain "$fault: exit status $status: $*" err ;;
	esac
	[ $status -eq 0 ] || [ $status -eq 3 ] ||
	    complain "$fault: exit status $status instead of 3: $*" err
}

# last_of KIND BEFORE COMMAND...: about how many of a kind there are: beyond
# them nothing fails any more.
last_of() {
	kind=$1
	shift
	top=32 n=32
	while [ $n -le $((top * 2)) ] && [ "$case_ok" = yes ]; do
		try "$kind:$n" "$@"
		if [ $failed = yes ]; then
			top=$((n * 2)) n=$top
		else
			n=$((n + n / 4))
		fi
	done
}

# walk BEFORE COMMAND...: let one thing after another fail, as far as there are
# any.
walk() {
	before=$1
	fresh "$1"
	state before
	shift
	"$KANSLI" "$@" >out 2>err <"$typed" || bail "kansli $* failed"
	state good
	for kind in alloc io; do
		last_of $kind "$before" "$@"
		n=1 tries=0
		while [ $n -le $top ] && [ "$case_ok" = yes ]; do
			try $kind:$n "$before" "$@"
			tries=$((tries + 1))
			n=$((n + 1 + n / part))
		done
		echo "# $kind: $tries failures among $top: $*"
	done
}

it 'imports all or nothing when something gives out'
walk planned.db import "$srcdir/tests/data/litet-protokoll.xml"
walk planned.db import fil.xml

it 'publishes an agenda or does not'
walk planned.db agenda publish $meeting

it 'freezes minutes or does not'
walk held.db minutes freeze $meeting

it 'takes a typed line or does not'
echo 'nej V' >line.txt
typed=line.txt
walk typed.db meeting enter $meeting
typed=/dev/null

it 'approves minutes or does not'
walk half.db minutes approve $meeting --person k1

it 'registers an appeal or does not'
walk posted.db appeal register $meeting 3 --by 'Nils Ny'

it 'takes what the court answered or does not'
KANSLI_TODAY=2027-05-03
walk posted.db force ask $meeting 3 --who Målkansliet \
    --court Förvaltningsrätten
KANSLI_TODAY=2027-03-17

it 'sets a rule or does not'
walk posted.db rule set BYN adjustment-limit 10 --source 'Reglemente § 9'

it 'posts a notice or does not'
walk adjusted.db notice post $meeting

it 'issues a document or does not'
walk posted.db document $meeting minutes --to written

it 'writes a site, or says that it could not'
walk posted.db publish --to written

it 'exports whole files or none'
walk posted.db export --files written

# ---- killed -----------------------------------------------------------------

it 'leaves a sound register when an import is killed'
small
{
	echo '<?xml version="1.0" encoding="UTF-8"?><kansli version="1">'
	i=0
	while [ $i -lt 4000 ]; do
		echo "<ärende dnr=\"B2027-1$i\"><nämnd>BYN</nämnd>"
		echo "<rubrik>Fråga $i</rubrik></ärende>"
		i=$((i + 1))
	done
	echo '</kansli>'
} >large.xml
cp "$KANSLI_DB" small.db
kansli check --json >before
kansli import large.xml >out 2>err || bail 'the import failed'
kansli check --json >good
killed=0
for tenths in 02 04 06 08 10 13 16 19 22 26 30 35 40 50; do
	fresh small.db
	"$KANSLI" import large.xml >out 2>err </dev/null &
	pid=$!
	sleep "0.$tenths"
	kill -9 $pid 2>/dev/null && killed=$((killed + 1))
	wait $pid 2>/dev/null
	kansli check --json >after 2>check_err ||
	    complain "the register is not sound after 0.$tenths s" check_err
	cmp -s before after || cmp -s good after ||
	    complain "half an import after 0.$tenths s" before after
	kansli matter register --committee BYN --title Efteråt >out 2>err ||
	    complain "nothing more can be registered after 0.$tenths s" err
done
[ $killed -gt 0 ] || complain 'the import was never killed in time'

done_testing
