#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The pictures of doc/documents.md: a page of one document of each kind, from
# the demo's documents, small and in few colours.
#
#	sh doc/pictures.sh DEMO PICTURES
#
# DEMO is the demo's folder; PICTURES is written to.  Needs
# pdftoppm and ImageMagick.  Exit status: 0 done, 1 a document or a tool is
# missing, 2 usage.
set -u

if [ $# -ne 2 ]; then
	echo "usage: pictures.sh DEMO PICTURES" >&2
	exit 2
fi
documents=$1/documents pictures=$2

fail() {
	echo "pictures.sh: $*" >&2
	exit 1
}

for need in pdftoppm convert; do
	command -v $need >/dev/null || fail "there is no $need"
done
mkdir -p "$pictures" || exit 1
page=$(mktemp) || exit 1
trap 'rm -f "$page" "$page.png"' EXIT

# kind, file, page
while read -r kind file nr; do
	[ -f "$documents/$file.pdf" ] || fail "there is no $file.pdf"
	pdftoppm -r 50 -f "$nr" -l "$nr" -singlefile -png \
	    "$documents/$file.pdf" "$page" || fail "$file.pdf has no page $nr"
	convert "$page.png" -strip -bordercolor '#b3b3b3' -border 1 \
	    +dither -colors 24 -define png:compression-level=9 \
	    -define png:exclude-chunks=date,time \
	    "PNG8:$pictures/$kind.png" || fail "$kind.png cannot be written"
done <<END
summons TRN/TRN-2010-11-23-summons 1
supplementary-agenda TRN/TRN-2010-11-23-supplementary-agenda 1
attendance-list TRN/TRN-2010-11-23-attendance-list 1
welcome-letter TRN/TRN-2010-11-23-welcome-letter 1
address-labels TRN/TRN-2010-11-23-address-labels 1
cancelled-meeting TRN/TRN-2011-08-23-cancelled-meeting 1
meeting-dates ../plan-2011/TRN-2011-meeting-dates 1
wall-planner ../plan-2011/2011-wall-planner 1
month-table ../plan-2011/2011-month-table 1
flow-chart ../plan-2011/2011-flow-chart 1
workload ../plan-2011/2011-workload 1
stand-ins ../plan-2011/2011-stand-ins 1
checklist TRN/TRN-2010-11-23-checklist 1
provisional-minutes TRN/TRN-2010-11-23-provisional-minutes 1
minutes TRN/TRN-2010-11-23-minutes 4
published-minutes TRN/TRN-2010-11-23-published-minutes 1
immediate-minutes TRN/TRN-2010-11-23-immediate-minutes 1
voting-list TRN/TRN-2010-11-23-voting-list 1
dissent TRN/TRN-2010-11-23-dissent 1
delegation-list FSN/FSN-2010-08-24-delegation-list 1
extract TRN/TRN-2010-11-23-extract-p14 1
notice TRN/TRN-2010-11-23-notice 1
certificate-of-posting TRN/TRN-2010-11-23-certificate-of-posting 1
cover-letter TRN/TRN-2010-11-23-cover-letter 2
dispatch-list TRN/TRN-2010-11-23-dispatch-list 1
acknowledgement TRN/TRN-2010-11-23-acknowledgement 1
simplified-service SBN/SBN-2011-09-29-simplified-service 1
legal-force TRN/TRN-2010-11-23-legal-force-p14 1
action-list TRN/TRN-2010-11-23-action-list 1
END
