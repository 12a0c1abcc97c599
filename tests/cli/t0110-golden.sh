#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every document kind, of a meeting where much happens, against golden files:
# as text, as the XML that holds the ODT's contents, indented, and as laid out:
# each line of the PDF with its page and place.  With KANSLI_GOLDEN=write in the
# environment the golden files are made anew.
. "${srcdir:-.}/tests/cli/lib.sh"

golden=$srcdir/tests/golden/documents
meeting=KFN/2026-10-13
KANSLI_TODAY=2026-11-30

# The ODT's contents, one element a line.
contents() {
	unzip -p "$1" content.xml | xmllint --format -
}

# golden FILE NAME: the file is as the golden file of that name.
golden() {
	if [ "${KANSLI_GOLDEN:-}" = write ]; then
		cp "$1" "$golden/$2"
	else
		same "$golden/$2" "$1"
	fi
}

# The PDF's lines: page, left and top edge in points, words.
places() {
	pdftotext -bbox-layout "$1" - | awk '
	    function value(name,    rest) {
		rest = substr($0, index($0, name "=\"") + length(name) + 2)
		return substr(rest, 1, index(rest, "\"") - 1)
	    }
	    /<page / { page++ }
	    /<line / {
		printf "%d %3.0f %3.0f ", page, value("xMin"), value("yMin")
	    }
	    /<word / {
		word = $0
		sub(/^[^>]*>/, "", word)
		sub(/<.*/, "", word)
		printf " %s", word
	    }
	    /<\/line>/ { print "" }'
}

# kind NAME [OPTION...]: the document is as its golden files.
kind() {
	it "makes $1 as before"
	name=$1
	expect_ok kansli document $meeting "$@" --format odt,pdf,text \
	    --to "$name"
	lacks err Note:
	set -- "$name"/*.odt "$name"/*.txt "$name"/*.pdf
	exists "$@"
	[ "$case_ok" = yes ] || return
	golden "$2" "$name.txt"
	[ $xml = no ] || {
		contents "$1" >"$name.xml" || complain "$1 cannot be unpacked"
		golden "$name.xml" "$name.xml"
	}
	[ $pdf = no ] || {
		places "$3" >"$name.lines"
		golden "$name.lines" "$name.lines"
	}
}

if command -v unzip >/dev/null && command -v xmllint >/dev/null; then
	xml=yes
else
	xml=no
	echo '# skipped: the XML, since there is no unzip or no xmllint'
fi
pdf=yes
command -v pdftotext >/dev/null || {
	pdf=no
	echo '# skipped: the layout, since there is no pdftotext'
}

it 'takes the meeting in'
expect_ok kansli init
expect_ok kansli import "$srcdir/tests/data/golden-meeting.xml"
[ "$case_ok" = yes ] || done_testing

kind summons
kind supplementary-agenda
kind provisional-minutes
kind minutes
kind immediate-minutes
kind extract --paragraph '2-4'
kind notice
kind certificate-of-posting
kind acknowledgement
kind dispatch-list
kind attendance-list
kind welcome-letter
kind published-minutes
kind simplified-service
kind cover-letter
kind address-labels
kind voting-list
kind delegation-list
kind dissent
expect_ok kansli force ask $meeting 2-3 --answered 2026-11-16 \
    --court 'Förvaltningsrätten i Ekholm' --who 'Sofia Brandt'
kind legal-force --paragraph '2-3'
kind action-list
expect_ok kansli minutes correct $meeting 2 --was 'ny simhall' --is 'ny sim- och sporthall' --why Skrivfel
kind correction
meeting=KFN/2026-11-10
kind cancelled-meeting
meeting=2026
kind meeting-dates
kind wall-planner
kind month-table
kind flow-chart
kind workload
kind stand-ins
meeting=KFN/2026-12-08
kind checklist

it 'knows no kind that has no golden file'
expect_ok kansli document --list --json
# drafts are the summons and the minutes before they are frozen: t0120-take.sh
tr '{' '\n' <out | sed -n 's/^"kind":"\([^"]*\)".*/\1/p' |
    grep -v '^draft-' >kinds
lines kinds 30
while read -r name; do
	exists "$golden/$name.txt" "$golden/$name.xml" "$golden/$name.lines"
done <kinds

it 'tells nothing secret to those who may not know'
for name in summons supplementary-agenda provisional-minutes notice \
    certificate-of-posting attendance-list welcome-letter published-minutes \
    cover-letter address-labels delegation-list action-list meeting-dates \
    cancelled-meeting wall-planner month-table flow-chart checklist; do
	lacks "$golden/$name.txt" 'Bo Ek'
	lacks "$golden/$name.xml" 'Bo Ek'
	lacks "$golden/$name.txt" 'anställning av en dansledare'
	lacks "$golden/$name.xml" 'anställning av en dansledare'
done

done_testing
