#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# No source longer than 900 lines (a test may be), no function longer than 100,
# its braces included.  What a program generated says so in its first lines and
# is exempt.
set -u
cd "${srcdir:-.}" || exit 1

find src include tests -name '*.[ch]' | sort | xargs awk '
FNR == 1 {
	end_file()
	file = FILENAME
	generated = 0
	files++
}
FNR <= 5 && /[Gg]enerated by/ {
	generated = 1
}
# clang-format puts the braces of a function, and only those, in column 1.
/^\{/ {
	start = FNR
}
/^\}/ {
	if (start && FNR - start + 1 > 100 && !generated) {
		print file ":" start ": a function of " FNR - start + 1 " lines"
		bad++
	}
	functions += start > 0
	start = 0
}
{
	lines = FNR
}
function end_file() {
	if (generated || lines <= 600)
		return
	fatal = lines > 900 && file !~ /^tests\//
	print file ": " lines " lines" (fatal ? "" : " (a warning)")
	bad += fatal
}
END {
	end_file()
	print files + 0 " files, " functions + 0 " functions, " bad + 0 " too long"
	exit bad > 0 || functions < 50
}'
