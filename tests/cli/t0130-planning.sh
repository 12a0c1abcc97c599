#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What planning needs: read, checked, shown, given back; who changes it outside
# is found.  Meetings that are cancelled, and steps that are ticked.
. "${srcdir:-.}/tests/cli/lib.sh"

# ---- facts ------------------------------------------------------------------

KANSLI_TODAY=2010-11-01
expect_ok kansli init
for file in 01-organisation 02-personer 04-sammantraden 07-planering; do
	kansli import "$ekholm/$file.xml" --files "$work" >out 2>err ||
	    bail "import of $file failed"
done

it 'shows what has been read'
expect_ok kansli list rooms
contains out 'Bråvallasalen, Stadshuset'
lines out 7
expect_ok kansli list bookings --room BRA --day 2011-03-23
contains out 'Utställning av översiktsplanen'
lines out 2
expect_ok kansli list stand-ins --committee GHR
contains out 'Maria Enehjelm'
expect_ok kansli list absences --person maria-enehjelm --year 2011
lines out 3
expect_ok kansli list plan-rules --committee TRN
contains out 'ti to'
expect_ok kansli list plans
expect_ok kansli list mandates --committee TRN --day 2012-05-05
contains out '2014-12-31'
lacks out '2010-12-31'
expect_fail 2 kansli list rooms --state inställt

it 'gives back what it has read'
expect_ok kansli export
mv out first.xml
contains first.xml '<mellanrum minst="18" mest="45"/>'
contains first.xml '<planregler nämnd="GHR" år="2011">'
KANSLI_DB=$work/second.db
expect_ok kansli init
expect_ok kansli import first.xml --files "$work"
expect_ok kansli export
mv out second.xml
same first.xml second.xml
expect_ok kansli check
KANSLI_DB=$work/kansli.db

it 'does not log the same facts twice'
expect_ok kansli list events
mv out before
expect_ok kansli import "$ekholm/07-planering.xml"
expect_ok kansli list events
same before out

# file LINES...: an exchange file of those lines, the first on line 2.
file() {
	{
		echo '<kansli version="1">'
		printf '%s\n' "$@"
		echo '</kansli>'
	} >file.xml
}

it 'names what is referred to in vain, with line and the nearest name'
file '<bokning lokal="BRO" från="2011-05-04"/>' \
    '<vikarie för="maria-enehjelm" person="cecilia-noreliu"/>' \
    '<frånvaro person="maria-enehjälm" från="2011-05-04"/>' \
    '<planregler nämnd="TRNX"><lokal>QQQ</lokal></planregler>'
expect_fail 1 kansli import file.xml
contains err 'file.xml:2: lokal: There is no room with the code “BRO”'
contains err 'The nearest is “BRA”.'
contains err 'file.xml:3: person: There is no person “cecilia-noreliu”'
contains err 'The nearest is “cecilia-norelius”.'
contains err 'file.xml:4: person:'
contains err 'file.xml:5: nämnd: There is no committee with the code “TRNX”'
contains err 'file.xml:5: lokal: There is no room with the code “QQQ”'
contains err 'Nothing was imported'

it 'refuses periods, times and rules that cannot be'
file '<bokning lokal="BRA" från="2011-05-04" till="2011-05-03"/>' \
    '<bokning lokal="BRA" från="2011-05-05"><slut>12:00</slut></bokning>' \
    '<bokning lokal="BRA" från="2011-05-06"><tid>13:00</tid><slut>12:00</slut></bokning>' \
    '<vikarie för="maria-enehjelm" person="maria-enehjelm"/>' \
    '<planregler nämnd="TRN" år="2012"><veckodagar>ti lö</veckodagar>' \
    '<mellanrum minst="30" mest="20"/></planregler>' \
    '<planregler nämnd="SBN" år="2012"><antal>20</antal>' \
    '<mellanrum minst="21"/></planregler>' \
    '<planregler nämnd="EXN" år="2012"><mellanrum minst="21"/>' \
    '<fönster namn="Ett" från="2012-03-01" till="2012-03-05"/>' \
    '<fönster namn="Två" från="2012-03-08" till="2012-03-12"/></planregler>' \
    '<planregler nämnd="FSN" år="2012">' \
    '<fönster namn="Sent" från="2013-03-01"/>' \
    '<fönster namn="Ute" från="2012-07-03" till="2012-07-05"/>' \
    '<stängt namn="Sommar" från="2012-07-01" till="2012-07-31"/></planregler>'
expect_fail 1 kansli import file.xml
contains err 'file.xml:2: till: The period ends before it begins'
contains err 'file.xml:3: tid: There is an end but no beginning'
contains err 'file.xml:4: slut: It ends at 12:00, but begins at 13:00'
contains err 'file.xml:5: person: maria-enehjelm cannot stand in'
contains err 'file.xml:6: veckodagar:'
contains err 'file.xml:7: mest: At least 30 days and at most 20 days'
contains err 'file.xml:8: antal: 20 meetings with at least 21 days'
contains err 'file.xml:10: fönster: The windows “Ett” and “Två”'
contains err 'file.xml:14: från: The period lies outside the year 2012'
contains err 'file.xml:13: fönster: No meeting can be held in the window “Ute”'
file '<lokal kod="A"><namn>A</namn></lokal>' \
    '<lokal kod="A"><namn>B</namn></lokal>' \
    '<frånvaro person="maria-enehjelm" från="2011-05-04"/>' \
    '<frånvaro person="maria-enehjelm" från="2011-05-04" till="2011-05-09"/>'
expect_fail 1 kansli import file.xml
contains err 'file.xml:3: kod: A stands twice'
contains err 'file.xml:5: frånvaro: maria-enehjelm 2011-05-04 stands twice'

it 'keeps what is for all from those who work for some'
expect_ok kansli user add Eva --role secretary --committees TRN
file '<lokal kod="A"><namn>A</namn></lokal>'
expect_fail 1 kansli --as Eva import file.xml
contains err 'its rooms'
file '<planregler nämnd="SBN"><antal>9</antal></planregler>'
expect_fail 1 kansli --as Eva import file.xml
file '<planregler nämnd="TRN"><antal>9</antal></planregler>'
expect_ok kansli --as Eva import file.xml

it 'finds changes made outside'
if command -v sqlite3 >/dev/null; then
	cp "$KANSLI_DB" sound.db
	sqlite3 "$KANSLI_DB" "UPDATE absence SET last_day = '2011-07-30'
	    WHERE first_day = '2011-07-04'"
	expect_fail 1 kansli check
	contains err 'frånvaro maria-enehjelm 2011-07-04 has been changed outside'
	rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	mv sound.db "$KANSLI_DB"
	expect_ok kansli check
fi

it 'takes out bookings, stand-ins and absences'
expect_ok kansli export
mv out whole.xml
file '<bokning lokal="BRA" från="2011-05-04"><tid>13:00</tid></bokning>' \
    '<vikarie för="maria-enehjelm" person="cecilia-norelius" nämnd="TRN"/>' \
    '<frånvaro person="cecilia-norelius" från="2011-05-04"/>'
expect_ok kansli import file.xml
file '<bokning lokal="BRA" från="2011-05-04" borttagen="ja"><tid>13:00</tid></bokning>' \
    '<vikarie för="maria-enehjelm" person="cecilia-norelius" nämnd="TRN" borttagen="ja"/>' \
    '<frånvaro person="cecilia-norelius" från="2011-05-04" borttagen="ja"/>'
expect_ok kansli import file.xml
expect_ok kansli export
same whole.xml out
expect_ok kansli list events
expect_ok kansli check
# once more is no fault, but is told
expect_ok kansli import file.xml
contains err 'There is no <bokning> to take out as line 2 says'
contains err 'There is no <frånvaro> to take out as line 4 says'
expect_ok kansli export
same whole.xml out
file '<bokning lokal="BRA" från="2011-05-04" borttagen="kanske"/>'
expect_fail 1 kansli import file.xml

# ---- meetings that are not held ---------------------------------------------

cat >meetings.xml <<'END'
<kansli version="1">
<ärende dnr="T1"><nämnd>TRN</nämnd><rubrik>Bron</rubrik><till-sammanträde>TRN/2011-03-08</till-sammanträde></ärende>
<ärende dnr="T2"><nämnd>TRN</nämnd><rubrik>Kajen</rubrik><till-sammanträde>TRN/2011-03-08</till-sammanträde></ärende>
<sammanträde nämnd="TRN" datum="2011-03-08"><tid>16:30</tid></sammanträde>
<sammanträde nämnd="TRN" datum="2011-04-12"><tid>16:30</tid></sammanträde>
</kansli>
END
KANSLI_TODAY=2011-02-15
kansli import meetings.xml >out 2>err || bail 'import of the meetings failed'
old=TRN/2011-03-08 next=TRN/2011-04-12
kansli agenda build $old >out 2>err || bail 'the agenda cannot be built'

it 'ticks the steps of a cycle'
expect_ok kansli when done $old anmalan
expect_ok kansli when cycle $old --json
contains out '"step":"anmalan","date":"2011-02-01"'
contains out '"done":"2011-02-15"'
expect_fail 1 kansli when done $old anmalen
contains err 'anmalan'
expect_ok kansli when done $old anmalan --undo
expect_ok kansli when cycle $old --json
lacks out '"done"'
expect_fail 1 kansli when done $old anmalan --undo
expect_ok kansli check

it 'hands over the ticks'
expect_ok kansli when done $old anmalan
expect_ok kansli export
mv out ticked.xml
contains ticked.xml '<avbockat steg="anmalan" datum="2011-02-15" av='
KANSLI_DB=$work/third.db
expect_ok kansli init
expect_ok kansli import ticked.xml --files "$work"
expect_ok kansli export
same ticked.xml out
expect_ok kansli check
KANSLI_DB=$work/kansli.db
expect_ok kansli when done $old anmalan --undo

it 'tells nobody when nobody was summoned, and comes back'
expect_ok kansli meeting cancel $old --why 'För få ärenden.'
contains out "$next"
expect_ok kansli show matter T1
contains out "$next"
expect_ok kansli when cycle $old
contains out 'its deadlines fall away'
lacks out anmalan
expect_ok kansli show meeting $old
contains out 'För få ärenden.'
expect_fail 1 kansli agenda publish $old
expect_ok kansli meeting restore $old
expect_ok kansli show matter T1
contains out "$old"
expect_fail 1 kansli meeting restore $old
expect_ok kansli export
contains out '<ändringar>2</ändringar>'
expect_ok kansli check

it 'hands the items on to an agenda that is built later'
expect_ok kansli agenda publish $old
expect_ok kansli meeting cancel $old --why 'För få ärenden.' --json
contains out '"next":"TRN/2011-04-12"'
contains out '"tell":["'
expect_ok kansli agenda build $next
contains out Bron
contains out Kajen
expect_ok kansli export
contains out "tidigare=\"$old 6\""
contains out '<skäl>För få ärenden.</skäl>'
expect_fail 1 kansli meeting restore $old
contains err "$next has taken over items of $old"
expect_ok kansli check

it 'says so to those who were summoned'
expect_ok kansli document $old cancelled-meeting --format text --to notice
text=$(find notice -name '*.txt')
contains "$text" 'För få ärenden.'
contains "$text" 'Meddelandet går till'
contains "$text" 'Ingela Isaksson'

it 'hands items on to an agenda that has been sent out, as late ones'
cat >more.xml <<'END'
<kansli version="1">
<sammanträde nämnd="TRN" datum="2011-05-17"><tid>16:30</tid><punkt nr="1"><rubrik>Val av justerare</rubrik></punkt></sammanträde>
</kansli>
END
kansli import more.xml >out 2>err || complain 'import failed' err
expect_ok kansli agenda publish TRN/2011-05-17
expect_ok kansli agenda publish $next
expect_ok kansli meeting cancel $next
contains out Bron
expect_ok kansli agenda show TRN/2011-05-17 --json
contains out '"number":"T1"'
contains out '"late":true'
expect_ok kansli check

done_testing
