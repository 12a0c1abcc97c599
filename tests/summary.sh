#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# summary.sh BUILDDIR LOG STATUS: what a "make check" that ended with STATUS
# came to: the end of the log of each test that failed, the reason of each that
# was skipped, and last a line "N passed, N failed".  LOG is make's own output,
# shown when it stopped before the tests.  Exit status 1 if anything failed.
set -u
builddir=$1 log=$2 status=$3
passed=0 failed=0

results=$(find "$builddir" -name '*.trs' | sort)
for trs in $results; do
	test=${trs%.trs}
	name=${test#"$builddir"/}
	case $(sed -n 's/^:global-test-result: *//p' "$trs") in
	PASS | XFAIL) passed=$((passed + 1)) ;;
	SKIP) echo "skipped $name: $(grep -v '^SKIP .*exit status' "$test.log" |
	    tail -n 1)" ;;
	*)
		failed=$((failed + 1))
		echo "--- $name failed ($test.log):"
		grep -v '^ok - \|^\[ *\(RUN\|OK\) *\]' "$test.log" |
		    tail -n 25
		;;
	esac
done
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
	failed=1
	echo "--- make check stopped ($log):"
	tail -n 40 "$log"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
