#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The preflight: what is unlawful in an imported file is kept as it is and
# found, each finding with level, paragraph and statute; errors keep the minutes
# from being frozen.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=MHN/2026-11-17
good=$srcdir/tests/data/preflight.xml
KANSLI_TODAY=2026-11-20

# spoil SCRIPT: a new register with the meeting, changed as sed says.
spoil() {
	rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	kansli init >out 2>err || bail 'kansli init failed'
	sed "$1" "$good" >spoilt.xml
	cmp -s "$good" spoilt.xml && [ -n "$1" ] && complain "nothing spoilt: $1"
	expect_ok kansli import spoilt.xml
}

# finds LEVEL PARAGRAPH CODE: the preflight has that finding.
finds() {
	kansli minutes preflight $meeting --json >out 2>err
	status=$?
	tr '{' '\n' <out | grep -F "\"level\":\"$1\",\"paragraph\":$2," |
	    grep -qF "\"code\":\"$3\"" || complain "not found: $*" out
	case $1 in
	error) [ $status -eq 1 ] || complain "exit status $status" ;;
	*) [ $status -eq 0 ] || complain "exit status $status" out ;;
	esac
}

it 'finds nothing where nothing is wrong'
spoil ''
expect_ok kansli minutes preflight $meeting --json
prints '[]'
expect_ok kansli minutes preflight $meeting
prints 'Nothing was found.'

it 'tells of a finding in one line, in the language of the reader'
spoil 's/<justerare person="p2"\/>//'
KANSLI_LANG=sv kansli minutes preflight $meeting --json >out 2>err
[ $? -eq 1 ] || complain 'an error stands and the exit status is not 1'
lines out 1
contains out '[{"level":"error","paragraph":0,"statute":"KL 5:69, 6:35","text":"Ingen är utsedd att justera protokollet.","code":"adjuster","mend":"'
KANSLI_LANG=sv kansli minutes preflight $meeting >out 2>err
contains out 'fel: KL 5:69, 6:35: Ingen är utsedd att justera protokollet.'

it 'finds who adjusts with a conflict of interest'
spoil 's/<justerare person="p2"/<justerare person="p3"/'
finds error 5 adjuster-conflict

it 'finds paragraphs that were not decided, and numbers that are missing'
spoil 's/<utgång till="2026-12-15">bordlagt<\/utgång>//'
finds error 6 undecided
spoil '/<paragraf nr="4"/d'
finds error 4 number-gap
finds error 0 undecided-item

it 'finds too few, each paragraph by itself'
spoil 's/<närvaro person="p4"/& paragrafer="1-5"/;
    s/<närvaro person="p5"/& paragrafer="1-5"/;
    s/paragrafer="1-4 6"/paragrafer="1-4"/'
finds error 6 quorum
kansli minutes preflight $meeting --json --paragraph 1-5 >out 2>err
lacks out quorum

it 'finds dissents of those who did not take part'
spoil 's/<reservation person="p2 p4">/<reservation person="p2 d2">/'
finds error 2 dissent-deputy
spoil 's/<deltar-inte person="p4"\/>/<reservation person="p4"\/>&/'
finds error 5 dissent-not-taking-part
spoil 's/<reservation person="p2 p4">/<reservation person="p2" anmäld="18:06">/'
finds error 2 dissent-late

it 'finds divisions that do not add up'
spoil 's/<röst person="p5">ja<\/röst>/&<röst person="d2">ja<\/röst>/'
finds error 2 division
spoil 's/<röst person="p5">ja<\/röst>//'
finds error 2 division
spoil 's/<omröstning ja="y1" nej="y2"/& utfall="y2"/'
finds error 2 division

it 'finds what the exercise of authority needs'
spoil 's/<föredragande>[^<]*<\/föredragande>//'
finds error 3 rapporteur
spoil 's/<skäl>[^<]*<\/skäl>//'
finds error 3 reasons
spoil 's/<överklagande>förvaltningsbesvär</<överklagande>laglighetsprövning</'
finds error 3 appeal-wrong

it 'finds titles that say too much, and personal numbers'
spoil 's/<paragraf nr="4" punkt="4">/&<rubrik>Upphandling från Vattenlabbet<\/rubrik>/'
finds error 4 secret-title
spoil 's/<paragraf nr="2" punkt="2">/&<bakgrund>Sökande 811218-9876<\/bakgrund>/'
finds warning 2 personal-number
lacks out 811218

it 'looks at the documents that are to be published'
printf '%%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n' >program.pdf
spoil ''
finds warning 2 document-accessible
spoil 's/<publiceras>ja</<publiceras>nej</'
kansli minutes preflight $meeting --json >out 2>err
prints '[]'
rm program.pdf

it 'finds weekdays that do not match their dates'
spoil 's/tisdagen den 24 november 2026/måndagen den 24 november 2026/'
finds error 1 weekday
contains out 'tisdag'

it 'keeps minutes with errors from being frozen'
refused 1 kansli minutes freeze $meeting
contains err 'is a tisdag'
contains err 'Errors in all: 1'
spoil ''
expect_ok kansli minutes freeze $meeting

it 'says what the meeting lacks when nothing is recorded'
spoil '/<närvaro/d; /<övrig/d; /<jäv/d; /<justerare/d;
    /<paragraf /,/<\/paragraf>/d'
finds error 0 no-paragraphs

it 'refuses what is no list of paragraphs'
expect_fail 1 kansli minutes preflight $meeting --paragraph fem
expect_fail 1 kansli minutes preflight MHN/2026-11-18

done_testing
