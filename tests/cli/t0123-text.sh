#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The sentences of the minutes: composed with the phrases in use, rewritten,
# composed again; and the annexes that they cite.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2026-11-30
meeting=KFN/2026-10-13

# The golden meeting before anything of it was adjusted.
open_meeting() {
	rm -rf "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm" ./*.odt
	sed '/<justering /d; /<anslag /d; /<expediering /d; /<protokoll /d' \
	    "$srcdir/tests/data/golden-meeting.xml" >open.xml
	kansli init >out 2>err || bail 'no register'
	kansli import open.xml >out 2>err || bail 'no meeting'
}

# says KIND TEXT: a document of the meeting as it is made now.
says() {
	expect_ok kansli document $meeting "$1" --format text --to new --replace
	tr -s '[:space:]' ' ' <"new/KFN-2026-10-13-$1.txt" >text
	contains text "$2"
}

it 'shows what is composed of a paragraph'
open_meeting
expect_ok kansli minutes text $meeting §2
contains out 'Birgitta Ahlin (S) och Hanna Ceder (MP) yrkar bifall till förslaget.'
lacks out 'återremitteras' # withdrawn
contains out 'Resultat: 4 ja, 2 nej och 1 avstår.'
contains out 'beslutsgång (rewritten)' # it came with the facts
expect_ok kansli minutes text $meeting 3 jäv
contains out 'anmäler jäv (kommunallagen 6 kap. 28 § 1) och lämnar rummet.'

it 'refuses a paragraph, a part or options that it does not know'
remember
refused 1 kansli minutes text $meeting 99
refused 2 kansli minutes text $meeting 2 yrkande
contains err 'the nearest is “yrkanden”'
refused 2 kansli minutes text $meeting 2 --reset
refused 2 kansli minutes text $meeting 2 yrkanden --reset --set text
unchanged

it 'keeps what somebody has written'
printf 'Alla yrkar bifall,\nutom en.\n\nHan yrkar avslag.\n' >mine
expect_ok kansli minutes text $meeting 2 yrkanden --set mine
contains out 'yrkanden (rewritten)'
says draft-minutes 'Alla yrkar bifall, utom en. Han yrkar avslag.'
says draft-minutes 'Resultat: 4 ja'
expect_ok kansli check
expect_ok kansli list events
contains out minutes-text

it 'tells that the facts have changed since, and keeps it'
expect_ok kansli export
sed 's/ återtaget="ja"//' out >changed.xml
rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
expect_ok kansli init
expect_ok kansli import changed.xml
expect_ok kansli minutes text $meeting 2 yrkanden
contains out 'the facts have changed since'
contains out 'Alla yrkar bifall, utom en.'
contains out 'återremitteras'

it 'composes it again'
expect_ok kansli minutes text $meeting 2 yrkanden --reset
lacks out rewritten
says draft-minutes 'yrkar att ärendet återremitteras.'
expect_ok kansli minutes text $meeting 2 beslutsgång --reset
contains out 'Ordföranden lägger fram förslagen till beslut. Omröstning begärs.'

it 'refuses a text that is no text'
printf '\377' >bad
refused 1 kansli minutes text $meeting 2 yrkanden --set bad
contains err 'not UTF-8'

it 'checks a phrase list, with lines'
cat >mine.xml <<'EOF'
<fraser>
  <fras namn="yrkande-bifall">{namn} föreslår bifall.</fras>
</fraser>
EOF
sed 's/{namn}/{nam}/; s/yrkande-bifall/yrkande-bifal/' mine.xml >wrong.xml
run_as 1 kansli template check wrong.xml
contains out 'wrong.xml:2: error'
contains out 'the nearest is “yrkande-bifall”'
sed 's/{namn}/{nam}/' mine.xml >wrong.xml
run_as 1 kansli template check wrong.xml
contains out 'wrong.xml:2: error'
contains out '{nam}'
contains out 'lacks the gap {namn}'
refused 1 kansli template use phrases wrong.xml
contains err 'wrong.xml:2: error'

it 'takes a phrase list into use, for one committee or all'
expect_ok kansli template check mine.xml
expect_ok kansli template use phrases mine.xml --committee KFN
expect_ok kansli template list
contains out phrases
says draft-minutes 'föreslår bifall.'
says draft-minutes 'yrkar avslag på förslaget.' # from the common list
expect_ok kansli template use phrases --default --committee KFN
says draft-minutes 'yrkar bifall till förslaget.'
sed 's/föreslår bifall/vill ha bifall/' mine.xml >all.xml
expect_ok kansli template use phrases all.xml
says draft-minutes 'vill ha bifall.'

it 'gives annexes their numbers when the minutes are frozen'
open_meeting
expect_ok kansli minutes freeze $meeting --paragraph 6
expect_ok kansli minutes freeze $meeting
for text in 'Närvarolista bilaga 1' 'Röstlistan är bilaga 2.' \
    'Reservationen är bilaga 3.' 'Uttalandet är bilaga 4.' \
    'Yttrandet är bilaga 5.' 'Bilaga 2. Röstlista, § 2' \
    'Bilaga 3. Reservation § 2'; do
	says minutes "$text"
done
expect_ok kansli export
contains out '<bilaga nr="2" slag="röstlista" paragraf="2" del="1"/>'
refused 1 kansli minutes text $meeting 2 yrkanden --reset
contains err 'frozen for adjustment'
says minutes 'yrkar bifall till förslaget.'
expect_ok kansli template use phrases mine.xml
says minutes 'yrkar bifall till förslaget.' # as it was signed

it 'lets annexes follow the extract of their paragraph'
expect_ok kansli minutes adjust $meeting --date 2026-11-30
expect_ok kansli document $meeting extract --paragraph 2 --format text --to new
tr -s '[:space:]' ' ' <new/KFN-2026-10-13-extract-p2.txt >text
contains text 'Bilaga 2. Röstlista § 2'
contains text 'Bilaga 3. Reservation § 2'
lacks text Närvarolista
expect_ok kansli document $meeting extract --paragraph 3 --format text --to new
lacks new/KFN-2026-10-13-extract-p3.txt Bilaga

done_testing
