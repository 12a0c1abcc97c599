#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Drafts of the minutes: kept with what differs between them, and weeded when
# the minutes are adjusted.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=MHN/2026-11-17
KANSLI_TODAY=2026-11-20
kansli init >out 2>err || bail 'kansli init failed'
kansli import "$srcdir/tests/data/preflight.xml" >out 2>err || bail 'no import'

it 'has no drafts before one is made'
expect_ok kansli minutes drafts $meeting --json
prints '[]'
expect_fail 1 kansli minutes diff $meeting 1

it 'keeps each draft'
expect_ok kansli document $meeting draft-minutes --to drafts
expect_ok kansli minutes drafts $meeting --json
contains out '[{"version":1,"day":"2026-11-20","record":"'
expect_ok kansli minutes diff $meeting 1 --json
prints '[]'
draft=drafts/MHN-2026-11-17-draft-minutes.odt
"$tool" edit $draft content.xml 'antar riktlinjerna' 'antar de nya riktlinjerna'
"$tool" edit $draft content.xml 'Nämnden utser Björn Ask (S) att' \
    'Björn Ask (S) utses att'
expect_ok kansli document take $draft
expect_ok kansli minutes drafts $meeting --json
contains out '"version":2'

it 'says which words differ, paragraph by paragraph'
expect_ok kansli minutes diff $meeting 1 2 --json
contains out '{"paragraph":2,"piece":"beslut","removed":[],"added":["de nya"]}'
contains out '{"paragraph":1,"piece":"beslut","removed":["Nämnden utser"],"added":["utses"]}'
expect_ok kansli minutes diff $meeting 2 1
contains out '[-de nya-]'
expect_ok kansli minutes diff $meeting 2 --json
prints '[]'

it 'names the sentences that differ, and runs no words together'
"$tool" edit $draft content.xml 'reserverar sig' 'anmäler reservation'
expect_ok kansli document take $draft
expect_ok kansli minutes diff $meeting 2 3 --json
lacks out '"piece":"texter"'
contains out '"piece":"reservation"'
lacks out '.Reserv'

it 'weeds them when the last paragraph is adjusted, and the log holds'
expect_ok kansli minutes freeze $meeting
expect_ok kansli minutes approve $meeting --person p1
expect_ok kansli minutes approve $meeting --person p2 --json
contains out '"weeded":3'
expect_ok kansli minutes drafts $meeting --json
prints '[]'
kansli list issued --json >out
lacks out draft-minutes
expect_ok kansli check
kansli list events --json >out
contains out weed-drafts

done_testing
