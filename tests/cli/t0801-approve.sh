#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# From frozen to adjusted: warnings are signed for, whoever presided and the
# adjusters approve exactly the frozen bytes, reject, take back; corrections
# come after.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=MHN/2026-11-17
KANSLI_TODAY=2026-11-20

# sum FILE: its SHA-256.
sum() {
	sha256sum "$1" | cut -d ' ' -f 1
}

# value NAME: of that member in the answer.
value() {
	sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" out
}

# meeting_with SCRIPT: a new register with the meeting, changed as sed says.
meeting_with() {
	rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	kansli init >out 2>err || bail 'kansli init failed'
	sed "$1" "$srcdir/tests/data/preflight.xml" >meeting.xml
	kansli import meeting.xml >out 2>err || bail 'not imported'
}

meeting_with ''

it 'approves nothing that is not frozen'
refused 1 kansli minutes approve $meeting --person p1

it 'keeps the pages that are approved, and their hash'
expect_ok kansli minutes freeze $meeting --json
pdf=$(value pdf) record=$(value record)
contains out '"version":1'
kansli list issued --json >out
contains out "\"sha256\":\"$pdf\""
kansli document $meeting minutes --format pdf --to issued >out 2>err
[ "$(sum issued/MHN-2026-11-17-minutes.pdf)" = "$pdf" ] ||
    complain 'the document is not what is approved'

it 'takes approvals of those who presided or adjust, and of nobody else'
refused 1 kansli minutes approve $meeting --person p5
contains err 'neither presided nor is appointed'
refused 1 kansli minutes approve $meeting --person nobody
refused 1 kansli minutes approve $meeting --person p1 --date 2026-11-16
refused 1 kansli minutes approve $meeting --person p1 --date 2026-11-21
expect_ok kansli minutes approve $meeting --person p2 --json
contains out "\"record\":\"$record\",\"pdf\":\"$pdf\",\"waiting\":[\"p1\"]"
lacks out adjusted
refused 1 kansli minutes approve $meeting --person p2

it 'shows who is waited for, and by when'
expect_ok kansli minutes show $meeting --json
contains out '"waiting":["p1"],"plain":"2026-12-01","latest":"2026-12-01"'

it 'goes back to a draft when one rejects it, with its history'
refused 1 kansli minutes reject $meeting --person p5 --comment Nej
refused 2 kansli minutes reject $meeting --person p1
expect_ok kansli minutes reject $meeting --person p1 --comment 'Fel i § 2.'
contains out utkast
expect_ok kansli minutes show $meeting --json
contains out '"comment":"Fel i § 2."'
contains out '"withdrawn":"2026-11-20"'
refused 1 kansli minutes approve $meeting --person p1

it 'is frozen again as the next version, where old approvals do not hold'
expect_ok kansli minutes freeze $meeting --json
contains out '"version":2'
expect_ok kansli minutes show $meeting --json
contains out '"waiting":["p1","p2"]'

it 'voids the version when an approval is taken back'
expect_ok kansli minutes approve $meeting --person p1
expect_ok kansli minutes withdraw $meeting --person p1
refused 1 kansli minutes withdraw $meeting --person p1
expect_ok kansli minutes freeze $meeting --json
contains out '"version":3'

it 'lets people approve with accounts of their own, and no others for them'
expect_ok kansli user add p1 --role reader
expect_ok kansli user add p2 --role reader
refused 1 kansli --as p2 minutes approve $meeting --person p1
expect_ok kansli --as p1 minutes approve $meeting --json
contains out '"person":"p1"'

it 'is adjusted the day of the last signature'
echo 'a signature' >proof
expect_ok kansli minutes approve $meeting --person p2 --evidence proof --json
contains out '"waiting":[],"adjusted":"2026-11-20"'
expect_ok kansli minutes show $meeting --json
contains out '"state":"justerat","adjusted":"2026-11-20","signers":["p1","p2"]'
contains out "\"evidence\":\"$(sum proof)\""
refused 1 kansli minutes withdraw $meeting --person p2
contains err 'kansli minutes correct'
refused 1 kansli minutes reject $meeting --person p2 --comment Sent
expect_ok kansli check

it 'corrects what is adjusted by a note that is itself adjusted'
refused 1 kansli minutes correct $meeting 2 --was 'Nämnden avslår' --is x \
    --why y
refused 2 kansli minutes correct $meeting 2 --was 'Nämnden antar'
refused 1 kansli minutes correct $meeting 9 --was a --is b --why c
expect_ok kansli minutes correct $meeting '§2' --was 'antar riktlinjerna' \
    --is 'antar de reviderade riktlinjerna' --why 'Skrivfel' --json
contains out '"adjusted":null'
refused 1 kansli minutes correct $meeting 2 --signers 'p1'
contains err 'by whoever presides and an adjuster'
refused 1 kansli minutes correct $meeting 2 --signers 'p1 p1'
expect_ok kansli minutes correct $meeting 2 --signers 'p1 p2' --json
contains out '"adjusted":"2026-11-20"'
refused 1 kansli minutes correct $meeting 2 --signers 'p1 p2'
expect_ok kansli minutes show $meeting --json
contains out '"was":"antar riktlinjerna"'
kansli document $meeting minutes --format text --to later >out 2>err
contains later/MHN-2026-11-17-minutes.txt 'antar riktlinjerna'
kansli document $meeting extract --paragraph 2 --format text --to later \
    >out 2>err
kansli document $meeting extract --paragraph 3 --format text --to later \
    >out 2>err
for text in minutes extract-p2; do
	tr -s '[:space:]' ' ' <later/MHN-2026-11-17-$text.txt >text
	contains text 'Rätt lydelse är ”antar de reviderade riktlinjerna”.'
	contains text 'justerad den 20 november 2026'
done
lacks later/MHN-2026-11-17-extract-p3.txt 'Rätt lydelse'
expect_ok kansli document $meeting correction --to later
expect_ok kansli check

it 'KL 5:65: wants warnings to be signed for, one by one or all at once'
meeting_with 's/<slut>18:05<\/slut>//;
    s/<paragraf nr="2" punkt="2">/&<bakgrund>Sökande 811218-9876<\/bakgrund>/'
expect_ok kansli minutes freeze $meeting
refused 1 kansli minutes approve $meeting --person p1
contains err 'signed for: 2.'
refused 2 kansli minutes accept $meeting end
refused 2 kansli minutes accept $meeting --why Ja
refused 1 kansli minutes accept $meeting nonsens --why Ja
expect_ok kansli minutes accept $meeting end --why 'Klockan stod' --json
contains out '"accepted":[{"code":"end","paragraph":0}]'
expect_ok kansli minutes preflight $meeting --json
contains out '"accepted":"2026-11-20"'
refused 1 kansli minutes approve $meeting --person p1
contains err 'signed for: 1.'
expect_ok kansli minutes accept $meeting --all --why 'Behövs i beslutet'
expect_ok kansli minutes approve $meeting --person p1
expect_ok kansli check

it 'KL 5:65: wants no signing for warnings where a regulation says so'
meeting_with 's/<slut>18:05<\/slut>//'
expect_ok kansli minutes freeze $meeting
refused 1 kansli minutes approve $meeting --person p1
contains err '(KL 5:65'
expect_ok kansli rule set MHN warnings-signed 0 --from 2026-01-01 \
    --source 'Reglemente § 9'
expect_ok kansli minutes approve $meeting --person p1

it 'KL 5:69: wants as many adjusters as the regulations say'
meeting_with 's/<justerare person="p2"\/>/&<justerare person="p4"\/>/'
expect_ok kansli minutes freeze $meeting
expect_ok kansli minutes approve $meeting --person p1
expect_ok kansli minutes approve $meeting --person p2 --json
contains out '"adjusted":"2026-11-20"'
meeting_with 's/<justerare person="p2"\/>/&<justerare person="p4"\/>/'
refused 1 kansli rule set MHN adjusters 0 --source 'Reglemente § 10'
contains err '(KL 5:69'
expect_ok kansli rule set MHN adjusters 2 --from 2026-01-01 \
    --source 'Reglemente § 10'
expect_ok kansli minutes freeze $meeting
expect_ok kansli minutes approve $meeting --person p1
expect_ok kansli minutes approve $meeting --person p2 --json
contains out '"waiting":["p4"]'
expect_ok kansli minutes approve $meeting --person p4 --json
contains out '"adjusted":"2026-11-20"'

it 'lets an adjuster without a conflict adjust where another has one'
meeting_with 's/<justerare person="p2"\/>/<justerare person="p3"\/>\n<justerare person="p4"\/>/'
expect_ok kansli minutes freeze $meeting
expect_ok kansli minutes approve $meeting --person p1
expect_ok kansli minutes approve $meeting --person p3 --json
contains out '"waiting":["p4"]'
expect_ok kansli minutes approve $meeting --person p4 --json
contains out '"adjusted":"2026-11-20"'

it 'adjusts paragraphs immediately, with clocks of their own'
meeting_with ''
KANSLI_TODAY=2026-11-17
expect_ok kansli minutes freeze $meeting --paragraph 2
expect_ok kansli minutes approve $meeting --paragraph 2 --person p1
expect_ok kansli minutes approve $meeting --paragraph 2 --person p2 --json
contains out '"paragraphs":"2"'
contains out '"adjusted":"2026-11-17"'
KANSLI_TODAY=2026-12-02
expect_ok kansli minutes freeze $meeting --json
contains out '"paragraphs":"1 3-6"'
expect_ok kansli minutes approve $meeting --person p1
expect_ok kansli minutes approve $meeting --person p2
contains err 'later than 14 days'

done_testing
