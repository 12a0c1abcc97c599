#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The whole cycle of one meeting: agenda, summons, late item, what was decided,
# minutes, adjustment, notice, dispatch; each step when it may be taken and not
# before, each document when the state allows it.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=BYN/2027-03-16
second=BYN/2027-03-16/2
name=BYN-2027-03-16

# today DATE: from here on it is that day.
today() {
	KANSLI_TODAY=$1
}

# agenda: "NR TITLE" of each item that is on the agenda, one a line.
agenda() {
	kansli agenda show "${1:-$meeting}" --json |
	    sed 's/{"nr":/\n{"nr":/g' |
	    sed -n '/"removed":0}/s/{"nr":"\{0,1\}\([^",]*\)"\{0,1\},"title":"\([^"]*\)".*/\1 \2/p'
}

# agenda_is LINES: exactly these.
agenda_is() {
	agenda >agenda
	printf '%s\n' "$1" >wanted
	cmp -s wanted agenda || complain 'the agenda differs' wanted agenda
}

# issue KIND [OPTION...]: the document in all formats, into the folder issued.
issue() {
	kind=$1
	shift
	expect_ok kansli document "$meeting" "$kind" --to issued \
	    --format odt,pdf,html,text "$@"
}

# not_yet KIND...: none of these can be made.
not_yet() {
	for kind; do
		refused 1 kansli document "$meeting" "$kind" --to nothing \
		    --paragraph 3
	done
	[ ! -e nothing ] || complain 'something was written'
}

# ---- the agenda -------------------------------------------------------------

today 2027-03-01
small

it 'builds the agenda: standing items first, then what is registered'
expect_ok kansli agenda build $meeting
agenda_is '1 Val av justerare
2 Fastställande av dagordning
3 Gångbro över Byån
4 Torgets belysning
5 Fastighetsärende
6 Rapport om grus'

it 'builds nothing twice'
expect_ok kansli agenda build $meeting
[ "$(agenda | wc -l)" -eq 6 ] || complain 'not six items'

it 'moves, adds and takes off items, and numbers them anew'
expect_ok kansli agenda order $meeting 6 3
agenda_is '1 Val av justerare
2 Fastställande av dagordning
3 Rapport om grus
4 Gångbro över Byån
5 Torgets belysning
6 Fastighetsärende'
expect_ok kansli agenda add $meeting --title 'Besök av Vattennämnden' --after 2
agenda | grep -q '^3 Besök' || complain 'the item is not number 3'
expect_ok kansli agenda remove $meeting 3
expect_ok kansli agenda order $meeting 3 6
agenda_is '1 Val av justerare
2 Fastställande av dagordning
3 Gångbro över Byån
4 Torgets belysning
5 Fastighetsärende
6 Rapport om grus'

it 'refuses items and places that do not exist, or are there already'
refused 1 kansli agenda order $meeting 9 1
refused 1 kansli agenda order $meeting 1 9
refused 2 kansli agenda order $meeting 1 0
refused 2 kansli agenda order $meeting 1 first
refused 1 kansli agenda remove $meeting 9
refused 1 kansli agenda add $meeting B2027-0101
contains err B2027-0101
refused 1 kansli agenda add $meeting B2027-9999
refused 1 kansli agenda add $meeting --title x --after 9
refused 2 kansli agenda add $meeting
refused 1 kansli agenda build BYN/2027-03-17
contains err BYN/2027-03-17
refused 1 kansli agenda build nonsense

it 'refuses the matter of another committee'
expect_ok kansli matter register --committee VAN --title Rör --number V1
refused 1 kansli agenda add $meeting V1
contains err VAN

it 'knows when the summons must be sent'
expect_ok kansli when cycle $meeting --json
contains out '"because"'

it 'has nothing to write before the agenda is published'
not_yet summons supplementary-agenda provisional-minutes minutes \
    immediate-minutes extract notice certificate-of-posting acknowledgement \
    dispatch-list
refused 1 kansli minutes freeze $meeting
refused 1 kansli minutes adjust $meeting
refused 1 kansli notice post $meeting
refused 1 kansli notice remove $meeting

it 'freezes the first version and summons the meeting'
today 2027-03-09
expect_ok kansli agenda publish $meeting
contains out 'version: 1'
[ ! -s err ] || complain 'it complains of a summons in time' err
expect_ok kansli agenda show $meeting
contains out kallat

it 'warns of a summons that is late'
expect_ok cp "$KANSLI_DB" late.db
expect_ok kansli --db late.db agenda publish $second --today 2027-03-10
contains err 2027-03-09

it 'keeps the numbers that have been sent out'
refused 1 kansli agenda order $meeting 3 4
refused 1 kansli agenda build $meeting
refused 1 kansli agenda publish $meeting
contains err 'version 1'

it 'issues the summons and what goes with it'
issue summons
printf 'issued/%s-summons.%s\n' $name odt $name pdf $name html $name txt >wanted
same wanted out
issue attendance-list
issue welcome-letter
not_yet supplementary-agenda minutes
expect_ok kansli document $meeting summons --to default
printf 'default/%s-summons.%s\n' $name odt $name pdf >wanted
same wanted out
same issued/$name-summons.pdf default/$name-summons.pdf

it 'gives late items numbers of their own'
today 2027-03-12
expect_ok kansli agenda remove $meeting 4
expect_ok kansli agenda add $meeting B2027-0104 --immediate
expect_ok kansli agenda add $meeting --title 'Tillfällig sak' --after 3
expect_ok kansli agenda remove $meeting '3 A'
expect_ok kansli agenda add $meeting --title 'Brons färg' --after 3
expect_ok kansli agenda add $meeting --title 'Brons räcke' --after 3
expect_ok kansli agenda publish $meeting
[ ! -s err ] || complain 'it complains of a supplement' err
contains out 'version: 2'
agenda_is '1 Val av justerare
2 Fastställande av dagordning
3 Gångbro över Byån
3 A Brons färg
3 B Brons räcke
5 Fastighetsärende
6 Rapport om grus
7 Sen fråga om parkering'

it 'never uses the number of an item again that has been sent out'
cp "$KANSLI_DB" numbers.db
expect_ok kansli --db numbers.db agenda remove $meeting '3 B'
refused 1 kansli --db numbers.db agenda remove $meeting '3 B'
expect_ok kansli --db numbers.db agenda add $meeting --title Nytt --after 3
contains out '3 C'
expect_ok kansli --db numbers.db agenda remove $meeting 7
expect_ok kansli --db numbers.db agenda publish $meeting
expect_ok kansli --db numbers.db agenda add $meeting --title Sist
contains out '  8  '

it 'writes what has changed in the supplement'
issue supplementary-agenda
contains issued/$name-supplementary-agenda.txt 'Sen fråga om parkering'
lacks issued/$name-supplementary-agenda.txt 'Gångbro'
mv issued/$name-summons.txt summons1.txt
issue summons
contains summons1.txt 'Torgets belysning'
lacks issued/$name-summons.txt 'Torgets belysning'
contains issued/$name-summons.txt 'Brons färg'

it 'keeps a second meeting of the same day apart'
expect_ok kansli agenda publish $second
expect_ok kansli document $second summons --to issued
printf 'issued/%s-2-summons.%s\n' $name odt $name pdf >wanted
same wanted out
expect_ok kansli meeting cancel $second
expect_ok kansli show meeting $second
contains out inställt
refused 1 kansli meeting cancel $second
refused 1 kansli agenda add $second --title x
refused 1 kansli agenda publish $second

# ---- what was decided -------------------------------------------------------

# From here on as litet-protokoll.xml has it: a register with the agenda whole.
today 2027-03-08
small
kansli agenda build $meeting >out 2>err || bail 'agenda build failed'
kansli agenda publish $meeting >out 2>err || bail 'agenda publish failed'
kansli agenda add $meeting B2027-0104 --immediate >out 2>err ||
    bail 'agenda add failed'
kansli agenda publish $meeting >out 2>err || bail 'agenda publish failed'

it 'takes in what was decided, once'
today 2027-03-17
expect_ok kansli import "$srcdir/tests/data/litet-protokoll.xml"
expect_ok kansli minutes show $meeting
contains out genomfört
refused 1 kansli import "$srcdir/tests/data/litet-protokoll.xml"
refused 1 kansli agenda add $meeting --title x
refused 1 kansli agenda remove $meeting 3
refused 1 kansli meeting cancel $meeting

it 'tells the public in a hurry'
issue provisional-minutes
contains issued/$name-provisional-minutes.txt 'Bynämnden godkänner gångbron.'
not_yet minutes immediate-minutes extract notice certificate-of-posting \
    acknowledgement dispatch-list

# ---- minutes ----------------------------------------------------------------

it 'freezes what is adjusted immediately by itself'
refused 1 kansli minutes freeze $meeting --paragraph 99
refused 1 kansli minutes freeze $meeting --paragraph seven
expect_ok kansli minutes freeze $meeting --paragraph 7
contains out 'paragraphs: 7'
refused 1 kansli minutes freeze $meeting --paragraph 7
issue immediate-minutes
issue immediate-minutes --paragraph 7
contains out "$name-immediate-minutes-p7.odt"
contains issued/$name-immediate-minutes.txt 'prövar parkeringen'
lacks issued/$name-immediate-minutes.txt gångbron

it 'freezes the rest as the ordinary minutes'
expect_ok kansli minutes freeze $meeting
contains out 'paragraphs: 1-6'
refused 1 kansli minutes freeze $meeting
issue minutes
contains issued/$name-minutes.txt 'Bynämnden godkänner gångbron.'
lacks issued/$name-minutes.txt parkeringen

it 'signs nothing that has a date later than the meeting'
for kind in minutes immediate-minutes; do
	sed 's/16 mars 2027//g; s/2027-03-16//g; s/[BT]2027-[0-9]*//g' \
	    issued/$name-$kind.txt >dates
	lacks dates 2027
	lacks dates mars
	lacks dates april
	lacks dates Anslag
done
not_yet extract notice certificate-of-posting acknowledgement dispatch-list

it 'refuses an adjustment before the meeting and after today'
refused 1 kansli minutes adjust $meeting --date 2027-03-15
refused 1 kansli minutes adjust $meeting --date 2027-03-18
refused 2 kansli minutes adjust $meeting --date 2027-03-32
refused 1 kansli minutes adjust $meeting --signers 'k1 nobody'
contains err nobody
refused 1 kansli notice post $meeting

it 'records the adjustment by who presided and who was appointed'
expect_ok kansli minutes adjust $meeting --paragraph 7 --date 2027-03-16
[ ! -s err ] || complain 'it complains of an adjustment in time' err
contains out 'paragraphs: 7'
contains out 'plain: 2027-03-30'
expect_ok kansli minutes show $meeting
contains out k1
contains out k2
refused 1 kansli minutes adjust $meeting --paragraph 7

it 'warns of an adjustment later than fourteen days'
today 2027-04-07
expect_ok kansli minutes adjust $meeting --date 2027-04-02 --signers 'k3 k2'
contains err 2027-03-30
contains out 'KL 5:69, 6:35'
refused 1 kansli minutes adjust $meeting
expect_ok kansli show meeting $meeting
not_yet notice certificate-of-posting

it 'says who gets what'
expect_ok kansli dispatch list $meeting
contains out Bykontoret
issue dispatch-list
issue acknowledgement
issue extract --paragraph '3 5-6'
contains out "$name-extract-p3,5-6.odt"
contains "issued/$name-extract-p3,5-6.txt" 'godkänner gångbron'
lacks "issued/$name-extract-p3,5-6.txt" 'Torgets belysning'
refused 2 kansli document $meeting extract --to nothing
refused 2 kansli document $meeting extract --to nothing --paragraph x
refused 1 kansli document $meeting extract --to nothing --paragraph 77
refused 1 kansli document $meeting extract --to nothing --paragraph '6 7'

# ---- the notice -------------------------------------------------------------

it 'announces the adjustment, and says when the time to appeal ends'
refused 1 kansli notice remove $meeting
refused 1 kansli notice post $meeting --date 2027-04-01
refused 1 kansli notice post $meeting --date 2027-04-08
expect_ok kansli notice post $meeting --date 2027-04-05
contains out 'last_day: 2027-04-26'
contains out 'remove_on: 2027-04-27'
contains out 'KL 13:5'
refused 1 kansli notice post $meeting

it 'warns of a notice that is late'
expect_ok kansli notice post $meeting --paragraph 7 --date 2027-04-06
contains err 2027-03-18

it 'shows the board'
expect_ok kansli notice list
contains out $meeting
contains out 2027-04-26
contains out 2027-04-27
expect_ok kansli notice list --committee VAN
lacks out $meeting

it 'writes the notice and the certificate, with their dates'
issue notice
contains issued/$name-notice.txt '26 april 2027'
issue certificate-of-posting
contains issued/$name-certificate-of-posting.txt '2 april 2027'
contains issued/$name-certificate-of-posting.txt '5 april 2027'
contains issued/$name-certificate-of-posting.txt '26 april 2027'

it 'refuses to take the notice down before the time to appeal has ended'
refused 1 kansli notice remove $meeting
contains err 'KL 8:12'
contains err 2027-04-27
today 2027-04-26
refused 1 kansli notice remove $meeting
contains err 'KL 8:12'
refused 1 kansli notice remove $meeting --date 2027-04-27

it 'takes it down the day after, and keeps it in the list of all'
today 2027-04-27
expect_ok kansli notice list
contains out yes
expect_ok kansli notice remove $meeting
refused 1 kansli notice remove $meeting
expect_ok kansli notice list
lacks out 1-6
expect_ok kansli notice list --all
contains out 1-6

# ---- documents --------------------------------------------------------------

it 'issues the same bytes again, and logs nothing for it'
remember
for kind in summons supplementary-agenda notice certificate-of-posting \
    immediate-minutes; do
	expect_ok kansli document $meeting $kind --to again
done
expect_ok kansli document $meeting summons --to again
kansli check --json >before
for kind in summons supplementary-agenda notice certificate-of-posting \
    immediate-minutes; do
	expect_ok kansli document $meeting $kind --to twice
	same again/$name-$kind.odt twice/$name-$kind.odt
	same again/$name-$kind.pdf twice/$name-$kind.pdf
done
kansli check --json >after
same before after

it 'makes the same bytes in another register with the same facts'
for db in one two; do
	cp "$KANSLI_DB" $db.db
	expect_ok kansli --db $db.db document $meeting minutes extract \
	    dispatch-list attendance-list --paragraph 1-6 --to $db \
	    --format odt,pdf,html,text
	sleep 1
done
for file in one/*; do
	same "$file" "two/${file#one/}"
done

it 'makes OpenDocument files that begin with their media type, stored'
for file in issued/*.odt; do
	dd if="$file" bs=1 skip=30 count=47 of=start 2>dd
	printf mimetypeapplication/vnd.oasis.opendocument.text >wanted
	cmp -s wanted start ||
	    complain "$file does not begin with its media type"
	# compression method 0, and no extra field before the content
	[ "$(od -An -tu2 -j 8 -N 2 "$file" | tr -d ' ')" = 0 ] ||
	    complain "the media type of $file is packed"
	[ "$(od -An -tu2 -j 28 -N 2 "$file" | tr -d ' ')" = 0 ] ||
	    complain "$file has an extra field"
done

it 'makes PDF files without a fault'
if command -v qpdf >/dev/null; then
	for file in issued/*.pdf; do
		qpdf --check "$file" >qpdf 2>&1 || complain "$file" qpdf
	done
fi

it 'makes HTML and text in UTF-8 without anything left to fill in'
for file in issued/*.html issued/*.txt; do
	[ -s "$file" ] || complain "$file is empty"
	iconv -f UTF-8 -t UTF-8 "$file" >text 2>bad ||
	    complain "$file is not UTF-8"
	lacks "$file" '‹'
	lacks "$file" '[['
done

it 'asks for a kind of document that there is'
refused 2 kansli document $meeting minuts --to nothing
contains err minutes
refused 2 kansli document $meeting minutes --to nothing --format odt,word
refused 1 kansli document BYN/2027-03-18 minutes --to nothing
[ ! -e nothing ] || complain 'something was written'
expect_ok kansli document --list
for kind in summons supplementary-agenda provisional-minutes minutes \
    immediate-minutes extract notice certificate-of-posting acknowledgement \
    dispatch-list attendance-list welcome-letter; do
	contains out "$kind"
done

it 'says when a template is missing, or asks for what there is not'
mkdir share
cp -R "$srcdir/templates" "$srcdir/calendars" share
chmod -R u+w share
rm share/templates/anslag.fodt
refused 3 env KANSLI_SHARE=share "$KANSLI" document $meeting notice \
    --to nothing --format html
contains err anslag.fodt
sed 's/nämnd\.namn/nämnd.nam/g' "$srcdir/templates/anslag.fodt" \
    >share/templates/anslag.fodt
refused 1 env KANSLI_SHARE=share "$KANSLI" document $meeting notice \
    --to nothing --format html
contains err nämnd.nam
contains err 'nearest name is "namn"'

it 'says when the folder cannot be written'
: >nothing
refused 3 kansli document $meeting minutes --to nothing/here

it 'keeps a sound register to the end'
expect_ok kansli check
expect_ok kansli list events
contains out minutes-adjust
expect_ok kansli list issued
contains out summons

done_testing
