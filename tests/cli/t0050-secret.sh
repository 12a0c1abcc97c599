#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# A secret matter: its title stands in the minutes that are kept and in what is
# shown of the matter itself, and nowhere else.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=BYN/2027-03-16
name=BYN-2027-03-16
hidden=Hemliga
KANSLI_TODAY=2027-03-08
small

# A document that is secret by itself, in a matter that is not.
cat >secret.xml <<'EOF'
<?xml version="1.0" encoding="UTF-8"?>
<kansli version="1">
<ärende dnr="B2027-0110"><nämnd>BYN</nämnd><rubrik>Ny plog</rubrik>
<slag>beslut</slag><till-sammanträde>BYN/2027-03-16</till-sammanträde>
<handling fil="anbud.txt" nr="1"><slag>bilaga</slag>
<titel>Anbud från Hemliga Plog AB</titel><publiceras>ja</publiceras>
<sekretess><lagrum>OSL 19:3</lagrum><neutral-rubrik>Bilaga</neutral-rubrik></sekretess>
</handling>
<handling fil="karta.txt" nr="2"><slag>bilaga</slag>
<titel>Karta över bygden</titel><publiceras>nej</publiceras></handling>
</ärende>
<ärende dnr="B2027-0111"><nämnd>BYN</nämnd>
<rubrik>Ett Hemliga ärende utan annan rubrik</rubrik>
<sekretess><lagrum>OSL 21:1</lagrum></sekretess></ärende>
</kansli>
EOF
echo 'Hemliga bytes' >anbud.txt
echo 'Hemliga bytes' >karta.txt

# nowhere FILE...: the hidden word is in none of the files, nor in what is
# packed into an OpenDocument file or a PDF.
nowhere() {
	for file; do
		case $file in
		*.odt) unzip -p "$file" >plain 2>/dev/null || continue ;;
		*.pdf) pdftotext "$file" plain 2>/dev/null || continue ;;
		*) cp "$file" plain ;;
		esac
		! grep -qi "$hidden" plain || complain "$file tells the secret"
	done
}

issue() {
	expect_ok kansli document "$meeting" "$@" --to issued \
	    --format odt,pdf,html,text
	# shellcheck disable=SC2046 # our own file names have no blanks
	nowhere $(cat out)
}

it 'lists the neutral title, and finds nothing by the other'
expect_ok kansli import secret.xml
expect_ok kansli list matters
contains out Fastighetsärende
lacks out $hidden
expect_ok kansli list matters --text $hidden
lacks out B2027-0103
expect_ok kansli list matters --text Fastighets
contains out B2027-0103
expect_ok kansli list documents
nowhere out
contains out Bilaga

it 'shows the matter itself whole'
expect_ok kansli show matter B2027-0103
contains out 'Köp av Hemliga Gården'
contains out 'OSL 19:3'

it 'puts the neutral title on the agenda'
expect_ok kansli agenda build $meeting
nowhere out
contains out Fastighetsärende
expect_ok kansli agenda add $meeting B2027-0104
nowhere out
expect_ok kansli agenda publish $meeting --json
nowhere out
expect_ok kansli agenda show $meeting
nowhere out
expect_ok kansli show meeting $meeting
nowhere out

it 'summons with the neutral title'
issue summons attendance-list welcome-letter
contains issued/$name-summons.txt Fastighetsärende
contains issued/$name-summons.txt '19 kap. 3 §'

it 'gives a matter without a neutral title by its number'
expect_ok kansli agenda add $meeting B2027-0111
nowhere out
expect_ok kansli agenda publish $meeting
issue supplementary-agenda
contains issued/$name-supplementary-agenda.txt B2027-0111

it 'publishes no document that is secret or not meant for it'
expect_ok kansli publish --to summoned
grep -rq 'Ny plog' summoned || complain 'the agenda is not there'
! grep -rq 'Karta över bygden' summoned || complain 'a document is there'
find summoned -type f >files
while read -r file; do
	nowhere "$file"
done <files
[ -z "$(find summoned -name '*anbud*' -o -name '*karta*')" ] ||
    complain 'a file is there'

# As litet-protokoll.xml has the agenda.
small
kansli agenda build $meeting >out 2>err || bail 'agenda build failed'
kansli agenda add $meeting B2027-0104 >out 2>err || bail 'agenda add failed'
kansli agenda publish $meeting >out 2>err || bail 'agenda publish failed'
KANSLI_TODAY=2027-03-17
kansli import "$srcdir/tests/data/litet-protokoll.xml" >out 2>err ||
    bail 'the proceedings could not be imported'

it 'tells in a hurry only that there was a decision'
issue provisional-minutes
contains issued/$name-provisional-minutes.txt Fastighetsärende
expect_ok kansli minutes show $meeting
nowhere out

it 'has the whole of it in the minutes alone'
expect_ok kansli minutes freeze $meeting
expect_ok kansli document $meeting minutes --to kept --format text
contains kept/$name-minutes.txt 'Bynämnden köper Hemliga Gården.'
expect_ok kansli minutes adjust $meeting
expect_ok kansli notice post $meeting
nowhere out
expect_ok kansli document $meeting extract --paragraph 5 --to kept \
    --format text
contains kept/$name-extract-p5.txt 'Bynämnden köper Hemliga Gården.'
expect_ok kansli document $meeting extract --paragraph 3 --to kept \
    --format text
nowhere kept/$name-extract-p3.txt

it 'posts and certifies nothing secret'
issue notice certificate-of-posting
contains issued/$name-notice.txt Fastighetsärende
expect_ok kansli notice list --json
nowhere out
issue dispatch-list acknowledgement

it 'publishes the neutral title, and not a word of the rest'
expect_ok kansli publish --to site
find site -type f >files
[ "$(wc -l <files)" -gt 5 ] || complain 'there is no site' files
while read -r file; do
	nowhere "$file"
done <files
grep -rq Fastighetsärende site || complain 'the neutral title is not there'
grep -rqi 'godkänner gångbron' site || complain 'the rest is not there'

done_testing
