#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every document kind, of a meeting where much happens, as a web page: it keeps
# the rules that test_html knows.  As text it is at most 72 columns wide, and
# nothing in our templates is hard to read.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=KFN/2026-10-13
KANSLI_TODAY=2026-11-30

it 'takes the meeting in'
expect_ok kansli init
expect_ok kansli import "$srcdir/tests/data/golden-meeting.xml"
[ "$case_ok" = yes ] || done_testing

for name in summons supplementary-agenda provisional-minutes minutes \
    immediate-minutes notice certificate-of-posting acknowledgement \
    dispatch-list attendance-list welcome-letter; do
	it "makes a good page of $name"
	expect_ok kansli document $meeting $name --format pdf,html,text \
	    --to pages
	[ ! -s err ] || complain 'there are remarks' err
	"${builddir:-$srcdir/build}/test_html" pages/*-$name.html >out 2>&1 ||
		complain "$(cat out)"
	# an address may be longer: cut in two it leads nowhere
	LC_ALL=C.UTF-8 grep -E '^.{73,}$' pages/*-$name.txt |
		grep -v '://' >long && complain 'too wide' long
	! grep -n ' $' pages/*-$name.txt >blank ||
		complain 'blanks at the end of a line' blank
done

done_testing
