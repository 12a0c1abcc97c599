#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Templates: which one is used, whether it is in order, what it may ask for,
# what it makes, where two differ, and choosing one for a committee or for all.
. "${srcdir:-.}/tests/cli/lib.sh"

templates=$srcdir/templates
meeting=BYN/2027-03-16

# edited FILE SCRIPT: the shipped template of minutes, changed.
edited() {
	sed "$2" "$templates/protokoll.fodt" >"$1"
	! cmp -s "$1" "$templates/protokoll.fodt" || bail "nothing was edited: $2"
}

# ---- without a register -----------------------------------------------------

it 'shows the templates that came with the program'
unset KANSLI_DB
expect_ok kansli template list
contains out 'protokoll.fodt'
contains out 'Kallelse'
lacks out 'own'

it 'finds nothing wrong with any template that came with it'
for file in "$templates"/*.fodt; do
	expect_ok kansli template check "$file"
	lacks out 'error'
done

it 'names every fault with its place, and exits 1'
expect_fail_quietly() {
	"$KANSLI" "$@" >out 2>err
	[ $? -eq 1 ] || complain "did not exit with 1: $*" out err
}
cp "$srcdir/tests/fuzz/corpus/mall.fodt" bad.fodt
expect_fail_quietly template check bad.fodt
contains out 'bad.fodt:9: error: sammanträde.platsen: '
contains out 'the nearest is “plats”'
contains out 'never closed'
contains out 'warning: varje:sammanträde/ledamot: The table'
contains out 'a step above'
contains out 'There is no function called “document”'
[ "$(grep -c error out)" -gt 12 ] || complain 'too few faults' out
expect_fail_quietly template check bad.fodt --json
contains out '"severity":"error"'
contains out '"line":9'

it 'warns of fonts, and says what is used instead'
edited font.fodt "s/'Open Sans'/'Nordisk Grotesk'/"
expect_ok kansli template check font.fodt
contains out 'warning: The font Nordisk Grotesk is not installed'

it 'says what a field and a function are, with an example'
expect_ok kansli template fields
contains out 'sammanträde.plats'
contains out 'Lokalen'
contains out 'Bråsalen, Stadshuset'
contains out 'november'
contains out 'årsplan.organ.namn'
expect_ok kansli template fields summons --json
contains out '"field":"sammanträde.kallad.namn","repeats":false'
lacks out 'årsplan'
expect_fail 2 kansli template fields sumons
contains err 'summons'

it 'makes a sample of each kind in each format'
for kind in summons minutes immediate-minutes extract notice attendance-list \
    acknowledgement dispatch-list welcome-letter provisional-minutes; do
	expect_ok kansli template sample $kind --to sample \
	    --format odt,pdf,html,text
	exists "sample/sample-$kind.odt" "sample/sample-$kind.pdf" \
	    "sample/sample-$kind.html" "sample/sample-$kind.txt"
	lacks "sample/sample-$kind.txt" '{'
done
contains sample/sample-notice.txt 'Trafiknämnden'
contains sample/sample-minutes.txt 'reserverar'
contains sample/sample-minutes.txt 'Omröstning'
contains sample/sample-summons.txt 'Cykelbanor på Sandviksvägen'

it 'makes the same sample again, byte for byte'
expect_ok kansli template sample minutes --to again
same sample/sample-minutes.pdf again/sample-minutes.pdf
same sample/sample-minutes.odt again/sample-minutes.odt

it 'makes a sample of a file'
edited mine.fodt 's/>Beslut</>Vad nämnden beslutade</'
expect_ok kansli template sample minutes --template mine.fodt --format text
contains sample-minutes.txt 'Vad nämnden beslutade'

it 'shows where two files differ'
expect_ok kansli template compare mine.fodt "$templates/protokoll.fodt"
contains out 'mine.fodt has the heading “Vad nämnden beslutade”, which'
edited size.fodt 's/fo:font-size="19pt"/fo:font-size="18pt"/'
expect_ok kansli template compare size.fodt "$templates/protokoll.fodt"
contains out 'fo:font-size 18pt in size.fodt and 19pt in'
expect_ok kansli template compare mine.fodt mine.fodt
contains out 'the same'

it 'keeps templates with an old name of a field working, and says so'
mkdir share
ln -s "$srcdir/templates" share/templates-of-program
mkdir share/templates
ln -s "$srcdir/calendars" share/calendars
for file in "$srcdir"/templates/*; do
	ln -s "$file" share/templates/
done
rm share/templates/omdopta.xml
sed 's|</omdöpta>|<fält förr="sammanträde/lokal" nu="sammanträde/plats" sedan="0.2"/>&|' \
    "$srcdir/templates/omdopta.xml" >share/templates/omdopta.xml
edited old.fodt 's/sammanträde\.plats/sammanträde.lokal/g'
run_as 1 kansli template check old.fodt
contains out 'There is no field called “lokal”'
KANSLI_SHARE=$work/share
expect_ok kansli template check old.fodt
contains out 'warning: sammanträde.lokal: The field “sammanträde/lokal” is called “sammanträde/plats” since version 0.2'
expect_ok kansli template sample minutes --template old.fodt --format text
contains sample-minutes.txt 'Bråsalen, Stadshuset'
contains err 'is called “sammanträde/plats”'
KANSLI_SHARE=$srcdir

# ---- with a register --------------------------------------------------------

KANSLI_DB=$work/kansli.db
export KANSLI_DB
KANSLI_TODAY=2027-03-08
small
expect_ok kansli agenda build $meeting
expect_ok kansli agenda add $meeting B2027-0104
expect_ok kansli agenda publish $meeting
KANSLI_TODAY=2027-03-17
expect_ok kansli import "$srcdir/tests/data/litet-protokoll.xml"
expect_ok kansli minutes freeze $meeting
expect_ok kansli document $meeting minutes --format odt,text --to before

it 'fills the sample with the register'\''s organisation'
expect_ok kansli template sample minutes --format text --to own --committee BYN
lacks own/sample-minutes.txt 'Trafiknämndens'
expect_fail 1 kansli template sample minutes --committee BYM --to own
contains err 'BYN'

it 'chooses a template for a committee, and falls back without it'
expect_ok kansli template use minutes mine.fodt --committee BYN
contains out 'mine.fodt'
expect_ok kansli check
expect_ok kansli template list --committee BYN
contains out 'mine.fodt'
contains out 'own'
contains out '2027-03-17'
expect_ok kansli list events
contains out 'template-use'

it 'leaves what was issued as it was'
expect_ok kansli document $meeting minutes --format odt,text --to after
same before/BYN-2027-03-16-minutes.odt after/BYN-2027-03-16-minutes.odt
same before/BYN-2027-03-16-minutes.txt after/BYN-2027-03-16-minutes.txt
lacks after/BYN-2027-03-16-minutes.txt 'Vad nämnden beslutade'

it 'makes new documents of the chosen template, and keeps its hash'
expect_ok kansli document $meeting minutes --format html --to after
contains after/BYN-2027-03-16-minutes.html 'Vad nämnden beslutade'
expect_ok kansli template compare minutes
contains out 'was made with another template'

it 'refuses a template with faults, and shows them'
refused 1 kansli template use minutes bad.fodt
contains err 'bad.fodt:9: error'
contains err 'Nothing was changed'
refused 1 kansli template use minutes mine.fodt --committee NIX
refused 2 kansli template use minutes
refused 2 kansli template use minutez mine.fodt

it 'takes a template with a warning, and says it'
expect_ok kansli template use minutes font.fodt
contains err 'Nordisk Grotesk'
expect_ok kansli template list
contains out 'font.fodt'
contains out 'mine.fodt'

it 'goes back to the default'
expect_ok kansli template use minutes --default --committee BYN
contains out 'font.fodt'
expect_ok kansli template use minutes --default
contains out 'protokoll.fodt'
refused 1 kansli template use minutes --default
expect_ok kansli check
expect_ok kansli template check
lacks out 'font.fodt'

it 'lets only those choose who may decide'
expect_ok kansli user add anna --role assistant
refused 1 kansli --as anna template use minutes mine.fodt
expect_ok kansli user add bo --role secretary --committees BYN
refused 1 kansli --as bo template use minutes mine.fodt
contains err '--committee'
expect_ok kansli --as bo template use minutes mine.fodt --committee BYN

done_testing
