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

it 'lists no annexes of what is adjusted immediately, as the frozen minutes'
rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
kansli init >out 2>err || bail 'kansli init failed'
kansli import "$srcdir/tests/data/preflight.xml" >out 2>err || bail 'no import'
expect_ok kansli minutes freeze $meeting --paragraph 2
expect_ok kansli document $meeting immediate-minutes --to immediate
expect_ok kansli document $meeting draft-minutes --to draft
expect_ok kansli minutes freeze $meeting
expect_ok kansli document $meeting minutes --to frozen
unzip -p immediate/*.odt content.xml >immediate.xml
unzip -p draft/*.odt content.xml >draft.xml
unzip -p frozen/*.odt content.xml >frozen.xml
contains immediate.xml 'Röstlista'
contains draft.xml 'Närvarolista'
lacks draft.xml 'Röstlista'
lacks frozen.xml 'Röstlista'

it 'sends a decision to the recipients of the matter unless it has its own'
sed 's/<beslut><att>Nämnden antar bullerplanen.*<deltar-inte person="p4"\/>/&<skickas-till>Vägkontoret<\/skickas-till>/' \
    "$srcdir/tests/data/preflight.xml" >own.xml
rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
kansli init >out 2>err || bail 'kansli init failed'
kansli import own.xml >out 2>err || bail 'no import'
expect_ok kansli minutes freeze $meeting
expect_ok kansli document $meeting minutes --to sent
unzip -p sent/*.odt content.xml >sent.xml
contains sent.xml 'Beslutet skickas till'
contains sent.xml 'Fastighetsägaren'
contains sent.xml 'Vägkontoret'
[ "$(grep -c 'Miljökontoret' sent.xml)" -eq 1 ] ||
    complain 'not § 2 alone is sent to Miljökontoret'
lacks sent.xml 'Kommunstyrelsen' # § 6 was tabled
expect_ok kansli minutes approve $meeting --person p1
expect_ok kansli minutes approve $meeting --person p2
kansli list deliveries --json >out
contains out 'Fastighetsägaren'
contains out 'Vägkontoret'
lacks out 'Kommunstyrelsen'
expect_ok kansli document $meeting extract --paragraph 3 --to extract
unzip -p extract/*.odt content.xml >extract.xml
contains extract.xml 'Fastighetsägaren'

done_testing
