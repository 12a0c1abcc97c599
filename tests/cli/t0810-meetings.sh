#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Whole meetings in the plain words of the exchange: the lawful ones are found
# in order, the others have exactly the fault that was put into them, at its
# paragraph, once, with the provision of the meeting's year.
. "${srcdir:-.}/tests/cli/lib.sh"

data=$srcdir/tests/data/meetings
meeting=MN/2026-02-04
KANSLI_TODAY=2026-03-05

fresh() {
	rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	kansli init >out 2>err || bail 'kansli init failed'
}

# spoil SCRIPT: a new register with the meeting, changed as sed says.
spoil() {
	fresh
	sed "$1" "$data/miljo.xml" >spoilt.xml
	cmp -s "$data/miljo.xml" spoilt.xml && [ -n "$1" ] &&
	    complain "nothing spoilt: $1"
	expect_ok kansli import spoilt.xml
}

# findings MEETING: "error 2 division" for each, without those that the good
# meeting has ("the provisions are not told" of §§ 3 and 4).
findings() {
	kansli minutes preflight "$1" --json 2>err | sed 's/},{/}\n{/g' | sed -n \
	    's/.*"level":"\([a-z]*\)","paragraph":\([0-9]*\),.*"code":"\([a-z-]*\)".*/\1 \2 \3/p' |
	    grep -v -e 'warning 3 authority-unmarked' -e 'warning 4 appeal-none'
}

# only FINDING...: that is what is found, and nothing else.
only() {
	findings $meeting >found
	printf '%s\n' "$@" | sed '/^$/d' >expected
	cmp -s found expected || complain "expected: $*" found
}

it 'finds nothing in a good meeting'
spoil ''
only ''

it 'finds who dissents without having taken part: KL 4:27'
spoil '/<närvaro person="a6"/d; /<röst person="a6"/d'
only 'error 2 dissent-absent'
spoil 's/<reservation person="a3 a4 a6"/<deltar-inte person="a6"\/>&/
    /<röst person="a6"/d'
only 'error 2 dissent-not-taking-part'
spoil 's/<reservation person="a3 a4 a6"/<reservation person="a3 e1"/
    s/<närvaro person="a7"\/>/&<närvaro person="e1" tjänstgör="nej"\/>/'
only 'error 2 dissent-deputy'
spoil '/<röst person="a6"/d
    s/<paragraf nr="1"/<jäv person="a6" paragraf="2"\/>&/'
only 'error 2 dissent-conflict'

it 'finds each fault of a division once: KL 4:24, 4:25, 5:67, 6:30'
spoil '/<närvaro person="a7"/d'
only 'error 2 division'
spoil 's/<röst person="a7">ja<\/röst>/&<röst person="e1">ja<\/röst>/'
only 'error 2 division'
spoil 's/<röst person="a7">ja<\/röst>//'
only 'error 2 division'
spoil 's/<reservation person="a3 a4 a6"/<reservation person="a3 a4"/
    s/<paragraf nr="1"/<jäv person="a6" paragraf="2"\/>&/'
only 'error 2 division'
spoil 's/<röst person="a1">ja/<röst person="a1">avstår/'
only 'error 2 division'
kansli minutes preflight $meeting >out 2>err
contains out 'KL 4:25'

it 'finds a decision that the division went against: KL 5:55'
spoil 's/<röst person="a2">ja/<röst person="a2">nej/'
only 'error 2 division-outcome'
spoil 's/<röst person="a2">ja/<röst person="a2">nej/
    s/<att>Miljönämnden godkänner avfallsplanen.<\/att><\/beslut>/<att>Miljönämnden avslår förslaget.<\/att><\/beslut>/'
only ''

it 'finds who serves where nobody can: KL 4:24, 6:16'
spoil '/<närvaro person="a2"/d; /<röst person="a[27]"/d
    s/<närvaro person="a7"\/>/<närvaro person="e1" för="a2"\/><närvaro person="e1" för="a7"\/>/
    s/<röst person="a1">/<röst person="e1">ja<\/röst>&/'
only 'error 1 serves-twice' 'error 2 serves-twice' 'error 3 serves-twice' \
    'error 4 serves-twice'
kansli minutes preflight $meeting >out 2>err
[ "$(grep -c 'serve both' out)" -eq 1 ] || complain 'told more than once' out
spoil '/<närvaro person="a2"/s/$/<närvaro person="e1" för="a2" paragrafer="3-4"\/>/'
only 'error 3 member-present' 'error 4 member-present'
spoil '/<röst person="a2"/d
    s/<närvaro person="a2"\/>/<närvaro person="x1" för="a2" paragrafer="3"\/>/'
only 'error 3 mandate'
spoil '/<röst person="a2"/d
    s/<närvaro person="a2"\/>/<närvaro person="x2" för="a2" paragrafer="4"\/>/'
only 'error 4 mandate'
spoil '/<röst person="a2"/d
    s/<närvaro person="a2"\/>/<närvaro person="e1" för="e2" paragrafer="3"\/>/'
only 'error 3 serves-for'

it 'knows that a meeting may go on past midnight: KL 4:27'
spoil 's/18:05/00:30/; s/<reservation /<reservation anmäld="23:50" /'
only ''
spoil 's/18:05/00:30/; s/<reservation /<reservation anmäld="00:40" /'
only 'error 2 dissent-late'

it 'lets a deputy serve for one after the other'
spoil 's/<närvaro person="a2"\/>/<närvaro person="a2" paragrafer="1-2"\/>/
    s/<närvaro person="a7"\/>/<närvaro person="a7" paragrafer="1-3"\/><närvaro person="e1" paragrafer="3" för="a2"\/><närvaro person="e1" paragrafer="4" för="a7"\/>/'
only ''

it 'holds quorum in each paragraph: KL 6:27'
spoil 's/<närvaro person="a[4567]"/& paragrafer="1-2"/'
only 'error 3 quorum' 'error 4 quorum'

it 'finds minutes adjusted too early, too late or by others: KL 5:69'
end='s/<\/sammanträde>/<justering'
spoil "$end datum=\"2026-02-18\" person=\"a1 a3\"\/><anslag uppe=\"2026-02-20\"\/>&/"
only ''
spoil "$end datum=\"2026-02-19\" person=\"a1 a3\"\/>&/"
only 'warning 0 adjusted-late'
spoil "$end datum=\"2026-02-03\" person=\"a1 a3\"\/>&/"
only 'error 0 adjusted-early'
spoil "$end datum=\"2026-02-10\" person=\"a1 a4\"\/>&/"
only 'error 0 adjusted-by'
spoil "$end datum=\"2026-02-10\" person=\"a1\"\/>&/"
only 'error 0 adjusted-without'

it 'finds a notice outside its days: KL 8:12'
spoil "$end datum=\"2026-02-10\" person=\"a1 a3\"\/><anslag uppe=\"2026-02-13\"\/>&/"
only 'warning 0 notice-late'
spoil "$end datum=\"2026-02-10\" person=\"a1 a3\"\/><anslag uppe=\"2026-02-09\"\/>&/"
only 'error 0 notice-early'
spoil "$end paragrafer=\"2\" datum=\"2026-02-04\" person=\"a1 a3\"\/><anslag paragrafer=\"2\" uppe=\"2026-02-12\"\/>&/"
findings $meeting >found
contains found 'warning 2 notice-late'

it 'warns of who stands aside where a party may appeal: KL 4:26'
spoil 's/<skickas-till>Fastighetsägaren/<deltar-inte person="a6"\/>&/'
only 'warning 3 authority-standing-aside'

it 'warns of the wrong way to appeal: KL 13:3'
spoil '/<ärende dnr="MN 2026-102"/s/förvaltningsbesvär/laglighetsprövning/'
only 'warning 3 appeal-way'
spoil 's/godkänner avfallsplanen/antar detaljplanen/g'
only 'warning 2 appeal-way'

it 'finds a committee of 2011 in order, deputies and conflicts by paragraph'
fresh
KANSLI_TODAY=2011-10-05
expect_ok kansli import "$data/plan-2011.xml"
kansli minutes preflight SBN/2011-09-29 --json >out 2>err
lacks out '"level":"error"'
expect_ok kansli document SBN/2011-09-29 draft-minutes --format text
contains SBN-2011-09-29-draft-minutes.txt \
    'Carina Palmgren (MP) §§ 1–53'
contains SBN-2011-09-29-draft-minutes.txt \
    'Viveka Viklund (V) §§ 14, 19, 22 och 69'
contains SBN-2011-09-29-draft-minutes.txt '(jäv §§ 14, 19, 22 och 69)'

it 'names the provisions of the act that was in force then'
fresh
sed 's/<närvaro person="s9"[^>]*>//' "$data/plan-2011.xml" >spoilt.xml
expect_ok kansli import spoilt.xml
kansli minutes preflight SBN/2011-09-29 >out 2>err
contains out 'error: § 18: KL (1991:900) 4:22: Viveka Viklund (V) dissents'

done_testing
