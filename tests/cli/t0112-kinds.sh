#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What the kinds beside the minutes need before they can be made, what they say
# when there is nothing to tell, and the list of a year's meetings.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=KFN/2026-10-13
KANSLI_TODAY=2026-11-30

# refuse KIND MEETING WORDS [OPTION...]: it cannot be made yet; nothing is
# written.
refuse() {
	kind=$1 of=$2 words=$3
	shift 3
	expect_fail 1 kansli document "$of" "$kind" --to out.d "$@"
	contains err "$words"
	[ ! -e out.d ] || complain "$kind was written"
}

it 'takes the meetings in'
expect_ok kansli init
expect_ok kansli import "$srcdir/tests/data/golden-meeting.xml"
[ "$case_ok" = yes ] || done_testing

it 'refuses what the meeting has not come to'
refuse cancelled-meeting $meeting 'has been cancelled'
refuse voting-list KFN/2026-11-10 'a vote'
refuse dissent KFN/2026-11-10 'a dissent'
refuse action-list KFN/2026-11-10 'what was decided'
refuse simplified-service KFN/2026-11-10 'simplified service'
refuse published-minutes KFN/2026-11-10 'minutes'
refuse address-labels KFN/2026-12-08 'has items'

it 'writes nothing of several unless all can be made'
expect_fail 2 kansli document $meeting action-list b-unknown --to out.d
contains err b-unknown
[ ! -e out.d ] || complain 'the first one was written'
expect_fail 1 kansli document $meeting action-list published-minutes \
    cancelled-meeting --to out.d
[ ! -e out.d ] || complain 'the first ones were written'
kansli list issued --json >out
lacks out action-list
expect_ok kansli document $meeting action-list voting-list --to both.d
[ -e both.d/KFN-2026-10-13-voting-list.pdf ] || complain 'not both' out

it 'certifies legal force only when nobody can appeal any longer'
refuse legal-force $meeting 'has not run out' --paragraph 2 --today 2026-11-11
refuse legal-force $meeting 'Nobody has recorded' --paragraph 2 \
    --today 2026-11-12
expect_ok kansli force ask $meeting 2 --court 'Förvaltningsrätten' \
    --who 'Eva Dom' --today 2026-11-12
expect_ok kansli document $meeting legal-force --paragraph 2 --format text \
    --today 2026-11-12 --to force
contains force/KFN-2026-10-13-legal-force-p2.txt \
    'torsdagen den 12'
expect_fail 2 kansli document $meeting legal-force --to out.d
contains err --paragraph

it 'says so when there is nothing to tell'
expect_ok kansli document KFN/2026-11-10 delegation-list address-labels \
    --format text --to nothing
contains nothing/KFN-2026-11-10-delegation-list.txt \
    'Inga delegationsbeslut anmäls'
lacks nothing/KFN-2026-11-10-delegation-list.txt 'Beslutsfattare'

it 'lists the meetings of a year, of all or of one committee'
expect_ok kansli document 2026 meeting-dates --format text --to year
contains year/2026-meeting-dates.txt '(inställt)'
contains year/2026-meeting-dates.txt '2026-12-01'
expect_ok kansli document KFN/2026 meeting-dates --format odt,pdf --to year
exists year/KFN-2026-meeting-dates.odt year/KFN-2026-meeting-dates.pdf
expect_fail 1 kansli document KFN/1999 meeting-dates --to out.d
expect_fail 1 kansli document XYZ/2026 meeting-dates --to out.d
expect_fail 2 kansli document $meeting meeting-dates --to out.d
contains err 2026
expect_fail 2 kansli document 2026 meeting-dates --paragraph 1 --to out.d
[ ! -e out.d ] || complain 'something was written'

it 'writes the same bytes again another day'
expect_ok kansli document 2026 meeting-dates --format pdf --to first
expect_ok kansli document 2026 meeting-dates --format pdf --to second \
    --today 2026-12-24
same first/2026-meeting-dates.pdf second/2026-meeting-dates.pdf
expect_ok kansli check

it 'leaves the year of a committee to those who work for it'
expect_ok kansli user add eva --role assistant --committees KFN
expect_ok kansli --as eva document KFN/2026 meeting-dates --format text --to e
expect_ok kansli user add ulf --role reader
expect_fail 1 kansli --as ulf document KFN/2026 meeting-dates --to out.d

done_testing
