#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The first line of every source says its licence (the second, of a script).
set -u
cd "${srcdir:-.}" || exit 1

{
	find src include tests fixtures \( -name '*.[ch]' -o -name '*.sh' \
	    -o -name '*.sql' \)
	find doc/man -name '*.[1-9]'
	echo bootstrap
	if [ -e .ci/run ]; then echo .ci/run; fi
} | sort | xargs awk '
FNR == 1 {
	files++
	script = /^#!/
}
FNR == 1 + script && !/SPDX-License-Identifier: EUPL-1\.2/ {
	print FILENAME ": the licence is not in line " FNR
	bad++
}
END {
	print files + 0 " files, " bad + 0 " without a licence"
	exit bad > 0 || files < 50
}'
