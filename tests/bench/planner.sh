#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The year planner: what it costs and what is proved after some seconds, on the
# instances of six to two hundred committees, beside CBC where that is
# installed; one meeting moved; and years that cannot be planned.
#
#	KANSLI=build/kansli srcdir=. sh tests/bench/planner.sh [SECONDS]
#
# Each of the larger instances, and CBC with each, takes SECONDS (60).
# bench.sh runs this.  Exit status: 0 done, 1 something failed, 2 usage.
set -u
if [ ! -x "${KANSLI:-}" ] || [ -z "${srcdir:-}" ]; then
	echo 'usage: KANSLI=... srcdir=... planner.sh [SECONDS]' >&2
	exit 2
fi
tools=$(cd "$(dirname "$KANSLI")" && pwd)/tests/bench
KANSLI=$(cd "$(dirname "$KANSLI")" && pwd)/kansli
data=$(cd "$srcdir" && pwd)/tests/data/plan
seconds=${1:-60}
KANSLI_LANG=en
export KANSLI_LANG
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
: >memory

# solve SECONDS FILE OPTION...: its answer in the file answer, its progress in
# the file progress, its megabytes in the file memory where time(1) is.
solve() {
	limit=$1 file=$2
	shift 2
	set -- "$KANSLI" plan solve --instance "$file" --seconds "$limit" \
	    --progress --out plan "$@"
	if [ -x /usr/bin/time ]; then
		/usr/bin/time -o memory -f %M "$@" >answer 2>progress
	else
		"$@" >answer 2>progress
	fi
	status=$?
	[ $status -eq 0 ] && return
	echo "planner: $file was not solved (status $status)" >&2
	cat progress >&2
	exit 1
}

# got WORD: what the answer says after it.
got() {
	sed -n "s/^$1 //p" answer | head -n 1
}

megabytes() {
	awk 'END { if ($1 > 0) printf "%.0f", $1 / 1024; else print "-" }' memory
}

# after SECONDS: "cost/bound" as it was then, or nothing when it was over.
after() {
	awk -v at="$1" -v cost="$(got cost)" -v bound="$(got bound)" \
	    -v ms="$(got time_ms)" '
	/^[0-9.]+ s: / && $1 + 0 <= at {
		then = ""
		if (match($0, /cost [0-9]+/))
			then = substr($0, RSTART + 5, RLENGTH - 5)
		if (match($0, /bound [0-9.]+/))
			then = then "/" substr($0, RSTART + 6, RLENGTH - 6)
	}
	END {
		if (ms <= at * 1000 + 500 && ms >= at * 1000 - 500)
			then = sprintf("%s/%.1f", cost, bound)
		else if (ms < at * 1000)
			then = "."
		print then == "" ? "-" : then
	}' progress
}

# row NAME: the line of what was solved last.
row() {
	proved=-
	[ "$(got status)" = optimal ] &&
	    proved=$(awk -v ms="$(got time_ms)" 'BEGIN { print ms / 1000 " s" }')
	printf '%-12s %6s %6s' "$1" "$(got cost)" \
	    "$(awk -v b="$(got bound)" 'BEGIN { printf "%.1f", b }')"
	for at in 1 2 10 20 60; do
		printf ' %14s' "$(after $at)"
	done
	printf ' %6s %9s %5s\n' "$(got first_ms)" "$proved" "$(megabytes)"
}

# judge WHAT VALUE TARGET: is it no more than it may be?
judge() {
	awk -v what="$1" -v value="$2" -v target="$3" 'BEGIN {
		ok = value != "none" && value != "" && value + 0 <= target
		printf "  %-52s %10s %10s  %s\n", what, value, target, \
		    ok ? "ok" : "OVER THE TARGET"
	}'
}

gap() {
	awk -v c="$(got cost)" -v b="$(got bound)" 'BEGIN {
		printf "%.2f", c > 0 ? 100 * (c - b) / c : 0
	}'
}

# cbc NAME FILE: the same in CBC, and how our cost and time compare.
beside_cbc() {
	if ! command -v cbc >which 2>&1; then
		echo '  CBC is not installed'
		return
	fi
	"$tools/mps" "$2" >program.mps || exit 1
	cbc program.mps sec "$seconds" solve >cbc.log 2>&1
	awk -v name="$1" -v cost="$(got cost)" -v ms="$(got time_ms)" '
	/^Objective value:/ { theirs = $3 }
	/^Lower bound:/ { bound = $3 }
	/^Result - Optimal/ { optimal = 1 }
	/^Time \(Wallclock/ { wall = $4 }
	END {
		if (theirs == "" || theirs > 1e20) {
			print "  CBC found no plan in that time"
			exit
		}
		printf "  CBC: %.0f/%.1f%s in %.1f s; its cost is %.3f of " \
		    "ours, its time %.1f\n", theirs, \
		    optimal ? theirs : bound, optimal ? " proved" : "", \
		    wall, theirs / cost, wall * 1000 / (ms > 0 ? ms : 1)
	}' cbc.log
}

six() {
	for seed in 1 2 3 4 5; do
		solve 15 "$data/i6.txt" --seed $seed
		row "i6 seed $seed"
		got cost >>costs
		got first_ms >>first
		got time_ms >>proofs
		after 2 | sed 's,/.*,,; s/^\.$/336/' >>early
		[ "$(got status)" = optimal ] || echo 99999 >>proofs
	done
	judge 'i6: cost within 2 s, worst of five seeds' \
	    "$(sort -n early | tail -n 1)" 336
	judge 'i6: proved, milliseconds, worst' \
	    "$(sort -n proofs | tail -n 1)" 15000
	judge 'i6: first plan, milliseconds, worst' \
	    "$(sort -n first | tail -n 1)" 10
	beside_cbc i6 "$data/i6.txt"
}

# days MEETING: the days of its slots, in an instance on standard input that
# has a line for each slot.
days() {
	awk -v meeting="$1" '
	NR == 1 { skip = 1 + $15 + 2 + $1; left = 0; number = -1 }
	NR <= skip { next }
	left == 0 { number++; left = $4; next }
	{ left--; if (number == meeting) print $1 }'
}

# One meeting of committee 0 to its first possible day a week later.
move() {
	solve 15 "$data/i6.txt"
	cp plan base
	day=$(awk '$1 == 4 { print $2 }' base)
	to=$(days 4 <"$data/i6.txt" | awk -v day="$day" '$1 > day + 6 {
		print
		exit
	}')
	solve 5 "$data/i6.txt" --from base --move "4:$to"
	printf '\ni6, meeting 4 moved from day %s to %s: cost %s, %s\n' \
	    "$day" "$to" "$(got cost)" "$(got status)"
	judge 'proved, milliseconds' "$(got time_ms)" 100
}

larger() {
	solve "$seconds" "$data/i20.txt.gz"
	row i20
	judge 'i20: cost' "$(got cost)" 1265
	judge 'i20: gap, percent' "$(gap)" 1
	beside_cbc i20 "$data/i20.txt.gz"
	solve "$seconds" "$data/i60.txt.gz"
	row i60
	judge 'i60: cost' "$(got cost)" 3105
	judge 'i60: gap, percent' "$(gap)" 4
	beside_cbc i60 "$data/i60.txt.gz"
	solve "$seconds" "$data/i200.txt.gz"
	row i200
	judge 'i200: cost' "$(got cost)" 10642
	judge 'i200: first plan, milliseconds' "$(got first_ms)" 100
	judge 'i200: megabytes' "$(megabytes)" 64
}

impossible() {
	printf '\ni6 made impossible: constraints in the conflict, milliseconds\n'
	: >times
	"$tools/vary" | cut -f 1 >names
	while read -r name; do
		"$tools/vary" "$data/i6.txt" "$name" >varied.txt || exit 1
		solve 10 varied.txt
		[ "$(got status)" = infeasible ] ||
		    echo "  $name: $(got status)"
		printf '  %-14s %3s %6s\n' "$name" \
		    "$(grep -c '^conflict ' answer)" "$(got time_ms)"
		got time_ms >>times
	done <names
	judge 'the longest, milliseconds' "$(sort -n times | tail -n 1)" 200
}

printf '%-12s %6s %6s %14s %14s %14s %14s %14s %6s %9s %5s\n' 'cost/bound' \
    cost bound '1 s' '2 s' '10 s' '20 s' '60 s' 'ms' proved MB
six
larger
move
impossible
