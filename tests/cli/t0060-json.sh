#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every command answers in JSON when asked: one line, valid, on standard output
# alone, and nothing there when it fails.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=BYN/2027-03-16
KANSLI_TODAY=2027-03-08
small

# json COMMAND...: it answers with one line of JSON.
json() {
	expect_ok kansli "$@" --json
	lines out 1
	"$tool" json <out 2>faults || complain "no JSON: $*" faults
	echo "$1 ${2:-}" >>asked
}

# has NAME...: members of the answer.
has() {
	for name; do
		contains out "\"$name\":"
	done
}

: >asked

it 'knows JSON from what is not'
printf '%s\n' '{"a":[1,-2,true,null,"å\u00e5\"\\"],"b":{}}' '[]' >good.json
"$tool" json <good.json 2>err || complain 'good JSON is refused' err
for bad in '{"a":1,}' '{a:1}' '[1 2]' '"a' '{"a":01}' '[1]]' '' "{'a':1}" \
    '"\x"'; do
	echo "$bad" >bad.json
	! "$tool" json <bad.json 2>err || complain "taken for JSON: $bad"
done

it 'answers the commands about days'
json when holidays 2027
contains out '[{"date":"2027-01-01","name":"Nyårsdagen","kind":"holiday"},'
json when day 2027-05-07
has date off working_day because
json when windows 2027
has name from to committee because
json when wheel 2027
has committee id title responsible period from to report meeting
json when appeal --posted 2027-04-05
contains out '{"last_day":"2027-04-26","remove_on":"2027-04-27","because":['
has rule statute text
json when adjust --meeting 2027-03-16
contains out '{"plain":"2027-03-30","latest":"2027-03-30","because":['
json when notice --adjusted 2027-03-23
contains out '"latest":"2027-03-25"'
json when cycle $meeting
has step date because
json when cycle --definition "$srcdir/calendars/gemensam.xml" \
    --date 2027-03-16
has step date because

it 'answers the commands on the register'
json check
has facts blobs events head
json user add Rut --role reader
printf 'id,förnamn,efternamn\nk9,Eva,Berg\n' >people.csv
json import --dry-run people.csv
has file dry_run persons
json matter register --committee BYN --title 'Med "citat" och \ tecken'
contains out 'Med \"citat\" och \\ tecken'
has number committee title proposals
for what in matters meetings committees persons mandates documents notices \
    deliveries issued events users departments rooms bookings stand-ins \
    absences plan-rules plans appeals commissions regulations answers; do
	json list $what
done
json show committee BYN
json show person k1
json show matter B2027-0101
json show meeting $meeting

it 'answers with what it warns of, too'
json agenda build $meeting
has meeting state items
json agenda add $meeting B2027-0104
json agenda order $meeting 7 3
json agenda order $meeting 3 7
json agenda add $meeting --title Tillfälligt
json agenda remove $meeting 8
KANSLI_TODAY=2027-03-12
json agenda publish $meeting
has version record warnings
[ ! -s err ] || complain 'the warning is told twice' err
json agenda show $meeting
has versions
json document --list
has kind name template needs
json document $meeting summons --to written
contains out '"paths":["written/BYN-2027-03-16-summons.odt"'
step=$(kansli when cycle $meeting --json | sed 's/.*"step":"\([^"]*\)".*/\1/')
json when move $meeting "$step" --date 2027-03-15 --why Helg
json when done $meeting "$step"
json meeting cancel $meeting/2
json meeting restore $meeting/2
json meeting cancel $meeting/2

it 'answers the commands on who comes, and on what is typed'
cat >deputy.xml <<'END'
<kansli version="1">
  <person id="e1"><förnamn>Ulla</förnamn><efternamn>Malm</efternamn><parti>S</parti></person>
  <mandat nämnd="BYN" person="e1"><roll>ersättare</roll><från>2027-01-01</från></mandat>
</kansli>
END
json import deputy.xml
json meeting absence $meeting k2
has person name deputies because
json meeting deputies $meeting --for k2
has because
json meeting call $meeting e1 --for k2
json meeting answer $meeting e1 yes
json meeting forecast $meeting
has seats need quorate serving because
json meeting attendance $meeting
json meeting rights $meeting
echo 'hjälp' | kansli meeting enter $meeting --json >out 2>err
while read -r answer; do
	echo "$answer" | "$tool" json 2>faults ||
	    complain 'no JSON: meeting enter' faults
done <out
[ -s out ] || complain 'no answer: meeting enter' err
echo 'meeting enter' >>asked

it 'answers the commands on minutes and notices'
KANSLI_TODAY=2027-04-05
json import "$srcdir/tests/data/litet-protokoll.xml"
has file meetings
json document $meeting draft-minutes --to written
json document take --dry-run written/BYN-2027-03-16-draft-minutes.odt
has changes
json minutes preflight $meeting
has level paragraph statute text code mend
json minutes text $meeting 1
json minutes drafts $meeting
has version day record
json minutes diff $meeting 1
contains out '[]'
json minutes freeze $meeting
has paragraphs record
json minutes accept $meeting --all --why Ja
has meeting accepted code paragraph
json minutes approve $meeting --person k1
has person record pdf waiting
json minutes withdraw $meeting --person k1
has state version
kansli minutes freeze $meeting >out 2>err
json minutes reject $meeting --person k2 --comment Nej
kansli minutes freeze $meeting >out 2>err
json minutes adjust $meeting
has adjusted because warnings
json minutes correct $meeting 3 --was godkänner --is avslår --why Fel
has paragraph date was is why adjusted
json minutes show $meeting
json dispatch list $meeting
json notice post $meeting
has last_day remove_on because
json notice list
json notice today
has date post remove down announce answers
json notice interrupt $meeting --from 2027-04-05
has posted because
json notice resume $meeting
has last_day because
json notice supersede $meeting
json document $meeting minutes --to written
json pdf check written/BYN-2027-03-16-minutes.pdf
has file ok faults findings
json publish --to site
has files meetings
KANSLI_TODAY=2027-05-05
json notice remove $meeting
json appeal register $meeting 2 --by 'Bo Ek' --received 2027-04-20
has appeal kind addressee last_day timely because
json appeal try $meeting 1
has time because
json appeal forward $meeting 1 --court Förvaltningsrätten
json appeal served $meeting 3 --who Bykontoret --on 2027-04-20
has served kind because
json appeal stay $meeting 1
json appeal outcome $meeting 1 avslag
json appeal report $meeting 1 --at "$meeting/2"
json appeal list
has appeals
json appeal show $meeting 1
has by because
json force ask $meeting 1 --court Förvaltningsrätten --who 'Eva Dom'
has decisions paragraph waits_for because
json force show $meeting
json force list
json commission add $meeting 2
json commission report $meeting 2
json commission list
has commissions
json rule set BYN adjustment-limit 10 --source 'Reglemente § 1'
json rule list --committee BYN
has rule value law whose statute from
json rule show adjustment-limit
has bound wordings
json import "$srcdir/tests/data/efter.xml"
json notice post BGN/2026-11-17
json notice announce BGN/2026-11-17
json force review BGN/2026-11-17 3
json matter ready B2026-5 --meeting BGN/2027-01-19
has number meeting
json notice list --all
json list issued
json list deliveries

it 'answers the commands on templates'
json template list
has kind name source file
json template check minutes
has file errors warnings findings
json template sample minutes --to written
has paths
json template fields minutes
has fields functions field repeats description example
json template use minutes "$srcdir/templates/protokoll.fodt"
has kind file
json template compare minutes
has same differences

it 'answers the commands on the plan of a year'
json plan new 2028
has version sources committees
json plan solve 2028 --iterations 20000 --without windows
has version status cost parts
json plan show 2028
has days months
first=$(sed 's/.*"days":\[{"date":"\([^"]*\)".*/\1/' out)
json plan why 2028-05-06 --body BYN
has possible forbidden charged
json plan why 2028
has possible conflict
json plan check 2028 --without windows
has cost faults
json plan fix "VAN/$first"
json plan fix "VAN/$first" --undo
json plan compare 2028
has before after moves
json plan move "VAN/$first" "$(date -d "$first + 1 day" +%F)" \
    --iterations 20000 --without windows
has moves cheapest
json plan undo 2028
json plan adopt 2028 --without windows
has added moved cancelled
json plan export 2028 --to calendars
has paths
printf 'nämnd;datum;tid\nBYN;2028-02-08;16:00\n' >hand.csv
json plan import hand.csv
json plan list

it 'answers nothing on standard output when it fails'
for command in 'agenda show X/2027-01-01' 'show matter nonsense' \
    'list nonsense' "minutes freeze $meeting" 'import no-such-file' \
    'when appeal --posted 2027-02-30'; do
	# shellcheck disable=SC2086 # its words
	kansli $command --json >out 2>err </dev/null && complain "worked: $command"
	[ ! -s out ] || complain "an answer in spite of a failure: $command" out
	[ -s err ] || complain "no reason was given: $command"
done

# init has nothing to answer, and export answers in XML.
it 'has asked every command'
kansli --help >help
sed -n 's/^  \([a-z][a-z]*\)\( [a-z][a-z]*\)\{0,1\}  .*/\1\2/p' help >commands
exists commands
while read -r group verb; do
	case "$group" in
	init | export) continue ;;
	esac
	grep -q "^$group${verb:+ $verb}" asked ||
	    complain "kansli $group $verb was not asked"
done <commands

it 'says the same of every command in its help and its manual'
while read -r group verb; do
	# shellcheck disable=SC2086 # one word or none
	expect_ok kansli $group $verb --help
	contains out "kansli $group${verb:+ $verb}"
	page=$srcdir/doc/man/kansli-$group.1
	[ -f "$page" ] || page=$(grep -l "^\.Nm kansli $group" \
	    "$srcdir"/doc/man/*.1 | head -n 1)
	if [ -z "$page" ]; then
		complain "kansli $group has no manual page"
		continue
	fi
	sed 's/\\-/-/g' "$page" >page
	sed -n 's/^ *--\([a-z][a-z-]*\).*/\1/p' out >options
	while read -r option; do
		grep -q "Fl -$option" page ||
		    complain "$page does not tell of --$option"
	done <options
done <commands

done_testing
