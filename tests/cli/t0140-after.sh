#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# After the adjustment: a notice that is down and comes back, appeals of each
# kind, legal force and its certificate, commissions, what was tabled or
# referred back, and rules of a committee's own.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2026-11-24
met=BGN/2026-11-17

on() {
	KANSLI_TODAY=$1
	shift
	kansli "$@"
}

# value NAME: of the member in the answer, which is JSON.
value() {
	sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" out
}

it 'begins'
expect_ok kansli init
expect_ok kansli import "$srcdir/tests/data/efter.xml"

it 'KL 8:12: says what to post, and that it is late'
expect_ok on 2026-11-26 notice today --json
contains out '"latest":"2026-11-26","late":false'
expect_ok on 2026-11-27 notice today --json
contains out '"late":true'

it 'PBL 5:29, 9:41 b: says what to announce besides'
contains out '"paragraph":3,"kind":"plan"'
contains out '"paragraph":4,"kind":"lov"'
lacks out '"paragraph":1,'

it 'warns of an answer that is due before the committee meets'
contains out '"number":"B2026-6"'
expect_ok on 2026-11-27 notice today --committee BGN
expect_ok on 2026-11-27 agenda build BGN/2026-12-15
contains err 'does not meet before then'
contains out 'Parkering vid stationen'
expect_ok on 2026-11-27 document BGN/2026-12-15 draft-summons --format text
contains BGN-2026-12-15-draft-summons.txt \
    'Tidigare uppe den 17 november 2026, punkt'

it 'PBL 5:30: the message goes out the day after, or earlier as is ruled'
expect_ok on 2026-11-25 notice post $met
expect_ok on 2026-11-25 notice today --json
contains out '"latest":"2026-11-25","message_by":"2026-11-26"'
expect_ok on 2026-11-25 rule set BGN plan-message 0 --from 2026-01-01 \
    --source 'Reglemente § 21'
expect_ok on 2026-11-25 notice today --json
contains out '"message_by":"2026-11-25"'
expect_fail 1 on 2026-11-25 rule set BGN plan-message 2 --source 'Reglemente'
contains err 'PBL 5:30'
expect_ok on 2026-11-25 rule set BGN plan-message 1 --from 2026-01-01 \
    --source 'Reglemente § 21'

it 'PBL 5:29: a plan is announced the same day as the notice'
expect_ok on 2026-11-26 notice announce $met
contains err 'A plan is announced the same day as the notice, 2026-11-25.'
expect_ok on 2026-11-25 notice announce $met
lacks err 'announced the same day'

it 'KL 13:5: a notice that is down stops the clock'
expect_ok on 2026-12-02 notice interrupt $met --from 2026-12-01 \
    --why 'Webbplatsen låg nere.'
lacks out 'last_day'
expect_ok on 2026-12-02 notice today
contains out 'down:'
expect_fail 1 on 2026-12-17 notice remove $met
contains err 'down since 2026-12-01'
expect_fail 1 on 2026-12-03 notice interrupt $met

it 'starts it anew when it is back'
expect_fail 1 on 2026-12-02 notice resume $met --on 2026-11-30
expect_ok on 2026-12-02 notice resume $met
contains out 'last_day: 2026-12-23'
expect_fail 1 on 2026-12-23 notice remove $met
contains err '2026-12-24'
expect_fail 1 on 2026-12-23 notice resume $met

it 'certifies the posting with its interruption'
expect_ok on 2026-12-03 document $met certificate-of-posting --format text
contains BGN-2026-11-17-certificate-of-posting.txt 'Webbplatsen låg nere'
contains BGN-2026-11-17-certificate-of-posting.txt '23 december 2026'

it 'a regulation of its own adds the days instead'
expect_ok on 2026-12-03 rule set BGN notice-restart 0 --from 2026-01-01 \
    --source 'Reglemente § 20'
expect_ok on 2026-12-03 notice list --json
contains out '"last_day":"2026-12-17"'
expect_ok on 2026-12-03 rule set BGN notice-restart 1 --from 2026-01-01 \
    --source 'Reglemente § 20'

it 'a corrected notice has a clock of its own'
expect_ok on 2026-12-04 notice supersede $met
contains out 'last_day: 2026-12-28'

it 'certifies the posting with the notice that took its place'
expect_ok on 2026-12-04 document $met certificate-of-posting --format text \
    --replace
contains BGN-2026-11-17-certificate-of-posting.txt 'Webbplatsen låg nere'
contains BGN-2026-11-17-certificate-of-posting.txt \
    'Rättat anslag  fredagen den 4 december 2026, i stället för det första'
expect_ok on 2026-12-04 document $met minutes --format text
contains BGN-2026-11-17-minutes.txt 'Rättat anslag  fredagen den 4 december'
contains BGN-2026-11-17-minutes.txt 'Webbplatsen låg nere'

it 'KL 13:6: takes an appeal that the municipality got in time'
expect_ok on 2026-12-28 appeal register $met '§ 1' --at municipality \
    --by 'Bo Klagande' --json
contains out '"last_day":"2026-12-28"'
contains out '"timely":true'
lacks out 'Klagande'
expect_ok on 2026-12-29 appeal register $met 6 --by 'Cia Sen' --json
contains out '"timely":false'
expect_fail 1 on 2026-12-29 appeal register $met 1 --received 2026-11-16 --by X
expect_fail 1 on 2026-12-29 appeal register $met 77 --by X
expect_fail 2 on 2026-12-29 appeal register $met 1 --at torget --by X

it 'KL 13:5: leaves it to the court to reject a late one'
expect_fail 1 on 2026-12-29 appeal try $met 2 --reject
contains err 'KL 13:5'
expect_ok on 2026-12-29 appeal forward $met 2 \
    --court 'Förvaltningsrätten i Provköping'
expect_fail 2 on 2027-01-20 appeal outcome $met 2 xyz
contains err 'avslag, upphävt'
expect_ok on 2027-01-20 appeal outcome $met 2 avvisat

it 'FL 45-46: tries what is sent to the committee before forwarding it'
expect_ok on 2027-01-04 appeal register $met 2 --by 'Ägaren' --json
contains out '"addressee":"nämnden"'
expect_fail 1 on 2027-01-04 appeal forward $met 3 --court X
contains err 'FL 45'
expect_ok on 2027-01-04 appeal try $met 3
contains out 'time: i tid'
expect_fail 1 on 2027-01-04 appeal try $met 3 --reject
expect_fail 1 on 2027-01-04 appeal outcome $met 3 avslag
expect_ok on 2027-01-05 appeal forward $met 3 --court 'Förvaltningsrätten' \
    --case 12-27
expect_fail 1 on 2027-01-06 appeal stay $met 3 --on 2027-01-04
contains err 'The day 2027-01-04 is before 2027-01-05'
expect_fail 1 on 2027-01-06 appeal outcome $met 3 avslag --on 2027-01-04
expect_ok on 2027-01-06 appeal stay $met 3

it 'forwards an appeal once, and corrects what was recorded of it'
expect_fail 1 on 2027-01-07 appeal forward $met 3 --court 'Kammarrätten'
contains err 'forwarded to Förvaltningsrätten on 2027-01-05'
contains err '--correct'
expect_ok on 2027-01-07 appeal show $met 3
contains out 'court: Förvaltningsrätten'
expect_ok on 2027-01-07 appeal forward $met 3 --correct --json \
    --court 'Förvaltningsrätten i Provköping'
contains out '"forwarded":"2027-01-05","court":"Förvaltningsrätten i Provköping","case":"12-27"'
expect_ok on 2027-01-07 appeal forward $met 3 --correct --on 2027-01-04 \
    --court 'Förvaltningsrätten i Provköping' --json
contains out '"forwarded":"2027-01-04"'
expect_fail 1 on 2027-01-07 appeal forward $met 1 --court X --correct
contains err 'nothing to correct'

it 'FL 44: counts the time from when the last party was served'
expect_fail 1 on 2027-01-10 appeal served $met 4 --who Sökande --on 2026-12-01
contains err 'is not sent to Sökande, but to: Sökanden'
expect_fail 1 on 2027-01-10 appeal served $met 5 --who Någon
contains err 'nor to anybody else'
expect_fail 2 on 2027-01-10 appeal served $met 4
expect_fail 1 on 2027-01-10 appeal served $met 77 --who Sökanden
kansli list events --json >out
events=$(grep -o '"seq":' out | wc -l)
expect_ok on 2027-01-10 appeal served $met '§ 2' --who Ägaren --on 2026-12-01 \
    --how mottagningsbevis --json
contains out '"how":"mottagningsbevis","sent":null,"served":"2026-12-01"'
contains out '"clock":"2026-12-01","last_day":"2026-12-22"'
contains out 'FL 44'
kansli list events --json >out
[ "$(grep -o '"seq":' out | wc -l)" -eq $((events + 1)) ] ||
    complain 'not one line of the log' out
expect_ok kansli dispatch list $met
contains out mottagningsbevis
expect_fail 1 on 2027-01-10 appeal served $met 2 --who Ägaren --on 2026-12-04
contains err 'served with the decision in § 2 on 2026-12-01'
expect_ok on 2027-01-10 appeal served $met 2 --who Ägaren --on 2026-12-04 \
    --correct --json
contains out '"last_day":"2026-12-28"'
expect_fail 1 on 2027-01-10 appeal served $met 2 --who Ägaren --on 2026-11-16 \
    --correct
expect_ok on 2027-01-10 force show $met --json
contains out '"last_day":"2026-12-28"'

it 'DelgL 26: what is sent by simplified service counts after two weeks'
expect_ok on 2027-01-10 appeal served $met 4 --who Sökanden --on 2026-12-01 \
    --how 'förenklad delgivning' --json
contains out '"sent":"2026-12-01","served":"2026-12-15"'
contains out '"last_day":"2027-01-05"'

it 'lists what is open and what the committee has not been told'
expect_ok on 2027-01-20 appeal list --open --json
[ "$(grep -o '"appeal":' out | wc -l)" -eq 3 ] || complain 'not three' out
expect_fail 1 on 2027-01-20 appeal report $met 1 --at "BGN/2027-01-19 § 3"
expect_fail 2 on 2027-01-20 appeal report $met 2 --at 'i januari'
expect_fail 1 on 2027-01-20 appeal report $met 2 --at 'BGN/2027-01-18 § 3'
expect_fail 1 on 2027-01-18 appeal report $met 2 --at 'BGN/2027-01-19/3'
contains err 'has not been held yet'
expect_ok on 2027-01-20 appeal report $met 2 --at 'BGN/2027-01-19/3'
expect_ok on 2027-01-20 appeal list --open --json
[ "$(grep -o '"appeal":' out | wc -l)" -eq 2 ] || complain 'not two' out

it 'never tells who appealed, but to who handles it'
expect_ok kansli list appeals --json
lacks out 'Klagande'
expect_ok kansli list events --json
lacks out 'Klagande'
expect_ok on 2027-01-20 appeal show $met 1
contains out 'Bo Klagande'
expect_ok kansli user add lisa --role reader
expect_fail 1 on 2027-01-20 --as lisa appeal show $met 1
expect_ok kansli publish --to site
! grep -r Klagande site || complain 'the site names who appealed'

it 'legal force waits for the court, and an answer too early is worth nothing'
expect_fail 1 on 2026-12-28 force ask $met 3 --court Domstolen --who 'Eva Dom'
contains err '2026-12-28'
expect_fail 2 on 2026-12-29 force ask $met 3 --court Domstolen
expect_ok on 2026-12-29 force ask $met 3 --court 'Mark- och miljödomstolen' \
    --who 'Eva Dom' --json
contains out 'PBL 11:10'
expect_fail 1 on 2026-12-29 document $met legal-force --paragraph 3
contains err 'PBL 11:10'

it 'PBL 11:10: and for the county board'
expect_fail 1 on 2026-12-30 force review $met 1
expect_ok on 2026-12-30 force review $met 3 --json
contains out '"since":"2026-12-30"'
expect_ok on 2026-12-30 document $met legal-force --paragraph 3 --format text
contains BGN-2026-11-17-legal-force-p3.txt 'onsdagen den 30 december 2026'
contains BGN-2026-11-17-legal-force-p3.txt \
    'Rättat anslag  fredagen den 4 december 2026, i stället för det första'
contains BGN-2026-11-17-legal-force-p3.txt \
    'nere från tisdagen den 1 december 2026, åter uppe onsdagen'
expect_fail 1 on 2026-12-30 document $met legal-force --paragraph 1,3
contains err 'Appeal 1'

it 'what was quashed never has it'
expect_ok on 2027-02-01 appeal forward $met 1 --court 'Förvaltningsrätten'
expect_ok on 2027-05-01 appeal outcome $met 1 upphävt
expect_ok on 2027-05-01 force show $met --json
contains out '"never":true'
expect_ok on 2027-05-01 force list --open --json
lacks out '"paragraph":1,'
lacks out '"paragraph":3,'
contains out '"paragraph":4,'
contains out 'Ärende om upphandling'
lacks out 'karttjänster'

it 'an extract says how the decision is appealed'
for nr in 1 2 3 4 5; do
	expect_ok on 2027-05-01 document $met extract --paragraph $nr \
	    --format text
done
contains BGN-2026-11-17-extract-p1.txt 'måndagen den 28 december 2026'
contains BGN-2026-11-17-extract-p2.txt '44 §§'
contains BGN-2026-11-17-extract-p3.txt 'mark- och miljödomstolen'
contains BGN-2026-11-17-extract-p4.txt 'Post- och Inrikes'
contains BGN-2026-11-17-extract-p5.txt 'får inte överklagas'

it 'commissions are late until they are reported back'
expect_ok on 2026-12-02 commission list --late --json
contains out '"point":2'
contains out 'utreda belysningen'
expect_ok on 2026-12-02 commission add $met 3 --point 1 --responsible Kontoret
expect_fail 1 on 2026-12-02 commission add $met 3 --point 1
expect_fail 1 on 2026-12-02 commission add $met 3 --point 9
expect_ok on 2026-12-16 commission report $met 1 --at 'BGN/2026-12-15 § 4'
expect_fail 1 on 2026-12-17 commission report $met 1
contains err 'reported back on 2026-12-16 already'
expect_ok on 2026-12-16 commission list --open --json
lacks out 'belysningen'
contains out '"paragraph":3'
expect_ok on 2026-12-16 document $met action-list --format text
contains BGN-2026-11-17-action-list.txt '2026-12-16'

it 'shows the rules, whose they are and since when'
expect_ok on 2026-12-01 rule list --committee BGN --json
contains out '"rule":"notice-restart","value":1,"law":1,"whose":"BGN"'
contains out '"rule":"quorum","value":50,"law":50,"whose":"lag"'
expect_fail 1 kansli rule show notise-limit
contains err 'notice-limit'

it 'a stricter rule is obeyed, from its day on'
expect_ok on 2026-01-01 rule set BGN adjustment-limit 7 --from 2027-01-01 \
    --source 'Reglemente § 12'
expect_ok on 2026-01-01 rule set common adjustment-limit 12 \
    --from 2026-01-01 --source 'Fullmäktige § 3/2026'
expect_ok kansli rule show adjustment-limit --committee BGN --on 2026-06-01 \
    --json
contains out '"value":12'
contains out '"whose":"gemensam"'
expect_ok kansli rule show adjustment-limit --committee BGN --on 2027-01-01 \
    --json
contains out '"value":7'

it 'a looser one is refused, with the provision'
expect_fail 1 kansli rule set BGN adjustment-limit 15 --source 'Reglemente'
contains err 'KL 5:69'
expect_fail 1 kansli rule set common appeal-period 4 --source 'Reglemente'
contains err 'KL 13:5'
expect_fail 1 kansli rule set BGN quorum 60 --source 'Reglemente'
contains err 'leaves nothing to decide'
expect_fail 1 kansli rule set BGN notice-limit 1
contains err 'where it stands'
expect_fail 1 kansli rule set ABC notice-limit 1 --source X

it 'a file with a looser rule is refused, with file and line'
cat >rule.xml <<'END'
<kansli version="1">
  <nämnd kod="ABC"><namn>A</namn>
    <regel namn="notice-limit" värde="5" från="2026-01-01"><källa>Reglemente § 1</källa></regel>
  </nämnd>
</kansli>
END
expect_fail 1 kansli import rule.xml
contains err 'rule.xml:3'
contains err 'KL 8:12'

it 'KL 5:13, 5:15: the council is summoned and announced a week before'
cat >council.xml <<'END'
<kansli version="1">
  <nämnd kod="KF"><namn>Kommunfullmäktige</namn><slag>fullmäktige</slag></nämnd>
  <sammanträde nämnd="KF" datum="2026-12-14"><tid>18:00</tid><punkt nr="1"><rubrik>Budget</rubrik></punkt></sammanträde>
  <sammanträde nämnd="KF" datum="2026-12-21"><tid>18:00</tid><punkt nr="1"><rubrik>Taxor</rubrik></punkt></sammanträde>
</kansli>
END
expect_ok kansli import council.xml
expect_ok on 2026-12-07 agenda publish KF/2026-12-14
lacks err 'should have been'
expect_ok on 2026-12-15 agenda publish KF/2026-12-21
contains err 'sent by 2026-12-14'
contains err 'announced on the notice board by 2026-12-14'
expect_fail 1 kansli rule set KF council-summons 5 --source 'Arbetsordning'
contains err 'KL 5:15'

it 'KL (1991:900): what was held before 2018 follows the act of its time'
cat >old.xml <<'END'
<kansli version="1">
  <nämnd kod="GBN"><namn>Gamla nämnden</namn></nämnd>
  <person id="g1"><förnamn>Ada</förnamn><efternamn>Gren</efternamn></person>
  <person id="g2"><förnamn>Bo</förnamn><efternamn>Lind</efternamn></person>
  <sammanträde nämnd="GBN" datum="2017-11-14"><tid>16:30</tid>
    <punkt nr="1"><rubrik>Ett ärende</rubrik></punkt>
    <närvaro person="g1"/><närvaro person="g2"/>
    <paragraf nr="1" punkt="1"><beslut><att>Nämnden godkänner det.</att></beslut><utgång>beslutat</utgång><överklagande>laglighetsprövning</överklagande></paragraf>
    <justering datum="2017-11-21" person="g1 g2"/>
    <anslag uppe="2017-11-22"/>
  </sammanträde>
</kansli>
END
expect_ok kansli import old.xml
expect_fail 1 on 2017-11-30 notice remove GBN/2017-11-14
contains err 'KL (1991:900) 5:62'
expect_ok on 2017-11-30 notice interrupt GBN/2017-11-14
expect_fail 1 on 2017-11-30 notice remove GBN/2017-11-14
contains err 'KL (1991:900) 5:62, 10:6'
expect_ok on 2017-11-30 notice resume GBN/2017-11-14
expect_ok on 2018-02-01 appeal register GBN/2017-11-14 1 --by 'Di Sen' --json
contains out 'KL (1991:900) 10:7'
expect_fail 1 on 2018-02-01 appeal try GBN/2017-11-14 1 --reject
contains err 'KL (1991:900) 10:6-7'
lacks err '13:5'

it 'the register holds together'
expect_ok kansli check

it 'tries no time where nothing can be appealed'
expect_ok on 2027-01-21 appeal register $met 5 --by 'Nils Ny'
expect_ok on 2027-01-21 appeal list --open --json
expect_fail 1 on 2027-01-21 appeal try $met 4
contains err 'no time to appeal to try'

done_testing
