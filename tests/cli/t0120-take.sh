#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# An edited document is taken back into the record: what may be edited changes
# the facts, everything else is named and refused.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2026-11-30
meeting=KFN/2026-10-13
draft=KFN-2026-10-13-draft-minutes.odt

# The golden meeting before anything of it was adjusted.
open_meeting() {
	rm -rf "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm" ./*.odt new
	sed '/<justering /d; /<anslag /d; /<expediering /d; /<protokoll /d' \
	    "$srcdir/tests/data/golden-meeting.xml" >open.xml
	kansli init >out 2>err || bail 'no register'
	kansli import open.xml >out 2>err || bail 'no meeting'
	expect_ok kansli document $meeting draft-minutes --format odt
}

# edit FILE OLD NEW: in the document's contents.
edit() {
	"$tool" edit "$1" content.xml "$2" "$3" 2>err ||
	    complain 'the document could not be edited' err
}

# draft_says TEXT, draft_lacks TEXT: the draft as it would be made now.
draft_says() {
	expect_ok kansli document $meeting draft-minutes --format text --to new
	tr -s '[:space:]' ' ' <new/${draft%.odt}.txt >text
	contains text "$1"
}

draft_lacks() {
	tr -s '[:space:]' ' ' <new/${draft%.odt}.txt >text
	lacks text "$1"
}

it 'says that nothing has been changed when nothing has'
open_meeting
remember
expect_ok kansli document take $draft
contains out 'Nothing has been changed'
unchanged

it 'shows what has been changed, and keeps nothing in a trial'
edit $draft 'lägen och förordar' 'platser och förordar'
remember
expect_ok kansli document take --dry-run $draft
contains out '§ 2, bakgrund'
contains out '- Simhallen från 1968 är utsliten. Kontoret har prövat tre lägen'
contains out '+ Simhallen från 1968 är utsliten. Kontoret har prövat tre platser'
unchanged

it 'makes it the next draft of the record'
expect_ok kansli document take $draft
contains out 'The draft is now version 2'
draft_says 'tre platser och förordar'
expect_ok kansli check
expect_ok kansli list events
contains out document-take

it 'takes the same file again without any change'
remember
expect_ok kansli document take $draft
contains out 'Nothing has been changed'
unchanged

it 'answers in JSON'
cp $draft json.odt
edit json.odt 'en ny brygga.' 'en längre brygga.'
expect_ok kansli document take --json --dry-run json.odt
contains out '"paragraph":"3","piece":"bakgrund","before":["Roddklubben'
"$tool" json <out >/dev/null || complain 'that is not JSON' out

it 'takes another piece of a document that is older than the record'
cp $draft old.odt
edit old.odt 'Vi hade velat rusta' 'Vi hade hellre rustat'
expect_ok kansli document take old.odt
contains out '§ 2, reservation'
draft_says 'Vi hade hellre rustat den gamla simhallen.'
draft_says 'tre platser och förordar'

it 'refuses a piece that has been changed in the register meanwhile'
open_meeting
cp $draft mine.odt
cp $draft yours.odt
edit mine.odt 'prövat tre lägen' 'prövat fyra lägen'
edit yours.odt 'prövat tre lägen' 'prövat fem lägen'
expect_ok kansli document take mine.odt
refused 1 kansli document take yours.odt
contains err 'has been changed in the register since the document was made'
contains err 'fyra lägen'

it 'takes proposals, procedures, votes and statements'
open_meeting
edit $draft 'Avslag på förslaget i dess helhet.' 'Avslag på hela förslaget.'
edit $draft 'finner att nämnden bifaller' 'finner att den bifaller'
edit $draft 'nej för avslag.' 'nej för avslag på det.'
edit $draft 'ända fram till hallen' 'hela vägen till hallen'
edit $draft 'rösträtt hade jag röstat ja' 'rösträtt, så hade jag röstat ja'
expect_ok kansli document take $draft
for piece in yrkanden beslutsgång omröstning 'uttalande 1' \
    'uttalande 2'; do
	contains out "§ 2, $piece"
done
draft_says 'Bussen behöver gå hela vägen till hallen.'

it 'takes points that were added, moved and removed'
open_meeting
one='Kultur- och fritidsnämnden beviljar Ekholms Roddklubb'
edit $draft "$one 85 000 kronor i bidrag.</text:p>" \
    "$one 85 000 kronor i bidrag.</text:p><text:p>Pengarna betalas i juni.</text:p>"
edit $draft 'Protokollet justeras den 20 oktober 2026.' ''
expect_ok kansli document take $draft
contains out '+ Pengarna betalas i juni.'
contains out '- Protokollet justeras den 20 oktober 2026.'
expect_ok kansli show meeting $meeting --json
draft_says '1. Kultur- och fritidsnämnden beviljar Ekholms Roddklubb 85 000'
draft_says '2. Pengarna betalas i juni.'
draft_lacks 'Protokollet justeras den 20 oktober'

it 'reads what an office suite has cut into spans, with tracked changes'
open_meeting
edit $draft 'Roddklubben söker bidrag till en ny brygga.' \
    'Roddklubben<text:change-start text:change-id="c"/> <text:span>söker</text:span><text:s/>ett<text:change-end text:change-id="c"/> bi&#173;drag till en <text:soft-page-break/>ny brygga.</text:p><text:p/><text:p>Den gamla är rutten.'
expect_ok kansli document take $draft
contains out '+ Roddklubben söker ett bidrag till en ny brygga.'
contains out 'Den gamla är rutten.'
draft_says 'Roddklubben söker ett bidrag till en ny brygga. Den gamla är rutten.'
expect_fail 1 kansli document $meeting draft-minutes --format odt
contains err 'edited by hand'
expect_ok kansli document $meeting draft-minutes --format odt --replace
remember
expect_ok kansli document take $draft
contains out 'Nothing has been changed'
unchanged

it 'names changes elsewhere and takes nothing'
open_meeting
edit $draft 'prövat tre lägen' 'prövat fyra lägen'
edit $draft 'Sessionssalen' 'Festsalen'
edit $draft '>Ny simhall i Västra hamnen' '>Nytt badhus i Västra hamnen'
refused 1 kansli document take $draft
contains err 'Sessionssalen, Stadshuset” has become “'
contains err 'Festsalen'
contains err 'Nytt badhus'
lacks err 'fyra lägen'

it 'names what was added and removed elsewhere'
open_meeting
number="Dnr$(printf '\302\240')K2026-0118</text:p>"
edit $draft "$number" '</text:p>'
refused 1 kansli document take $draft
contains err '“Dnr K2026-0118” has been removed'
open_meeting
edit $draft "$number" "$number<text:p>Hemligt!</text:p>"
refused 1 kansli document take $draft
contains err '“Hemligt!” has been added'

it 'names what was changed in the foot of the pages'
open_meeting
"$tool" edit $draft styles.xml 'Protokoll' 'Anteckningar' 2>err ||
    complain 'no foot' err
refused 1 kansli document take $draft
contains err 'head or foot of a page'

it 'refuses a section that is gone, or was moved'
open_meeting
edit $draft 'text:name="ändra:sammanträde[1]/paragraf[3]/beslut"' \
    'text:name="Sektion1"'
refused 1 kansli document take $draft
contains err 'paragraf[3]/beslut”, which marks what may be edited, is gone'
open_meeting
edit $draft 'sammanträde[1]/paragraf[3]/beslut' sammanträde/tillfällig
edit $draft 'sammanträde[1]/paragraf[3]/bakgrund' \
    'sammanträde[1]/paragraf[3]/beslut'
edit $draft 'sammanträde/tillfällig' 'sammanträde[1]/paragraf[3]/bakgrund'
refused 1 kansli document take $draft
contains err 'moved or doubled'

it 'refuses a table in a text'
open_meeting
edit $draft 'ny brygga.</text:p>' \
    'ny brygga.</text:p><table:table><table:table-column/><table:table-row><table:table-cell><text:p>7</text:p></table:table-cell></table:table-row></table:table>'
refused 1 kansli document take $draft
contains err 'The record holds text alone'

it 'refuses what has been frozen since the document was made'
open_meeting
cp $draft frozen.odt
edit frozen.odt 'prövat tre lägen' 'prövat fyra lägen'
expect_ok kansli minutes freeze $meeting --paragraph 3
expect_ok kansli document take --dry-run frozen.odt
expect_ok kansli minutes freeze $meeting
refused 1 kansli document take frozen.odt
contains err '§ 2 has been frozen for adjustment'
contains err '(KL 5:69, 6:35)'
expect_fail 1 kansli document $meeting draft-minutes
expect_ok kansli document $meeting minutes --format odt
edit KFN-2026-10-13-minutes.odt 'prövat tre lägen' 'prövat fyra lägen'
refused 1 kansli document take KFN-2026-10-13-minutes.odt
contains err 'frozen for adjustment'
contains err '(KL 5:69, 6:35)'

it 'refuses a document of another register, and what is no document'
cp frozen.odt other.odt
open_meeting
cp $draft this.odt
expect_ok kansli init other.db
refused 1 kansli --db other.db document take this.odt
contains err 'does not say which record of this register'
echo 'Hej!' >letter.odt
refused 1 kansli document take letter.odt
refused 3 kansli document take no-such.odt
"$tool" edit this.odt meta.xml draft-minutes no-such-kind
refused 1 kansli document take this.odt

it 'is for those who may decide'
expect_ok kansli user add asse --role assistant
refused 1 kansli --as asse document take $draft

it 'takes nothing when the disk is full'
open_meeting
edit $draft 'prövat tre lägen' 'prövat fyra lägen'
remember
(ulimit -f 1 && kansli document take $draft >out 2>err)
[ $? -eq 3 ] || complain 'a full disk went unnoticed' out err
unchanged

it 'takes nothing when it is killed before the end'
remember
mkfifo hold
"$tool" lock "$KANSLI_DB" <hold >locked &
holder=$!
exec 9>hold
while [ ! -s locked ]; do sleep 0.05; done
"$KANSLI" document take $draft >out 2>err &
taker=$!
sleep 0.3
kill -9 $taker
exec 9>&-
wait $holder $taker 2>/dev/null
unchanged
expect_ok kansli document take $draft
draft_says 'prövat fyra lägen'

it 'takes proposals of an agenda that has not been published'
small
KANSLI_TODAY=2027-03-01
expect_ok kansli agenda build BYN/2027-03-16
expect_ok kansli agenda add BYN/2027-03-16 --title Övrigt --note 'Se bilaga.'
expect_ok kansli document BYN/2027-03-16 draft-summons --format odt
edit BYN-2027-03-16-draft-summons.odt 'byter lamporna.' 'byter alla lampor.'
edit BYN-2027-03-16-draft-summons.odt 'Se bilaga.' 'Se bilaga 1.'
expect_ok kansli document take BYN-2027-03-16-draft-summons.odt
contains out '+ Bynämnden byter alla lampor.'
contains out ', förslag'
contains out '+ Se bilaga 1.'
expect_ok kansli show matter B2027-0102
contains out 'byter alla lampor'

it 'refuses an agenda that has been published'
edit BYN-2027-03-16-draft-summons.odt 'alla lampor.' 'några lampor.'
expect_ok kansli agenda publish BYN/2027-03-16
refused 1 kansli document take BYN-2027-03-16-draft-summons.odt
contains err 'stands in version 1 of the agenda'
expect_ok kansli document BYN/2027-03-16 summons --format odt
edit BYN-2027-03-16-summons.odt 'alla lampor.' 'några lampor.'
refused 1 kansli document take BYN-2027-03-16-summons.odt
contains err 'shows the agenda as it was published'

it 'says nothing of an editable section in the other formats'
expect_ok kansli document BYN/2027-03-16 summons --format html,text
lacks BYN-2027-03-16-summons.html ändra:
lacks BYN-2027-03-16-summons.txt ändra:

done_testing
