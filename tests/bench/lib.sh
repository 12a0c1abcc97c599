#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What the measurements share: time taken several times, of which the median
# counts because the first is often slow.  Figures are of this machine and of
# what else it is doing, so nothing fails here.

now() {
	echo $(($(date +%s%N) / 1000000))
}

die() {
	echo "bench: $1" >&2
	cat out >&2
	exit 1
}

# measure TIMES BEFORE COMMAND: the milliseconds of COMMAND, each time after
# BEFORE, sorted, in the file samples.
measure() {
	: >samples
	i=0
	while [ $i -lt "$1" ]; do
		$2 >out 2>&1 || die "$2 failed"
		from=$(now)
		$3 >out 2>&1 || die "$3 failed"
		to=$(now)
		echo $((to - from)) >>samples
		i=$((i + 1))
	done
	sort -n samples >sorted && mv sorted samples
}

minimum() {
	head -n 1 samples
}

median() {
	sed -n "$((($(wc -l <samples) + 1) / 2))p" samples
}

# report WHAT TARGET: a row about what was measured last.
report() {
	m=$(median)
	if [ "$m" -le "$2" ]; then word=ok; else word='OVER THE TARGET'; fi
	printf '%-46s %8s %8s %8s  %s\n' "$1" "$(minimum)" "$m" "$2" "$word"
}

# beside WHAT OURS: a row about something else that did the same work.
beside() {
	printf '%-46s %8s %8s %8s  %s times ours\n' "$1" "$(minimum)" \
	    "$(median)" - "$(awk -v a="$(median)" -v b="$2" \
	        'BEGIN { printf "%.1f", a / (b > 0 ? b : 1) }')"
}
