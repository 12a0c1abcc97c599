#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every document kind, of a meeting where much happens, against golden files:
# as text, and as the XML that holds the ODT's contents, indented.  With
# KANSLI_GOLDEN=write in the environment the golden files are made anew.
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

# kind NAME [OPTION...]: the document is as its golden files.
kind() {
	it "makes $1 as before"
	name=$1
	expect_ok kansli document $meeting "$@" --format odt,text --to "$name"
	lacks err Note:
	set -- "$name"/*.odt "$name"/*.txt
	exists "$@"
	[ "$case_ok" = yes ] || return
	golden "$2" "$name.txt"
	[ $xml = yes ] || return
	contents "$1" >"$name.xml" || complain "$1 cannot be unpacked"
	golden "$name.xml" "$name.xml"
}

if command -v unzip >/dev/null && command -v xmllint >/dev/null; then
	xml=yes
else
	xml=no
	echo '# skipped: the XML, since there is no unzip or no xmllint'
fi

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

it 'knows no kind that has no golden file'
expect_ok kansli document --list --json
tr '{' '\n' <out | sed -n 's/^"kind":"\([^"]*\)".*/\1/p' >kinds
lines kinds 12
while read -r name; do
	exists "$golden/$name.txt" "$golden/$name.xml"
done <kinds

it 'tells nothing secret to those who may not know'
for name in summons supplementary-agenda provisional-minutes notice \
    certificate-of-posting attendance-list welcome-letter; do
	lacks "$golden/$name.txt" 'Bo Ek'
	lacks "$golden/$name.xml" 'Bo Ek'
done

done_testing
