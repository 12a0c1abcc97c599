#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Adopting a plan: meetings with deadlines, reports and calendars; planning on
# in mid-year, when some has happened and some is known to people.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2010-10-01
n=20000

register 01 02 03 04 07
expect_ok kansli plan new 2011
expect_ok kansli plan solve 2011 --iterations $n

day() {
	kansli plan show 2011 --committee "$1" --json |
	    grep -o "\"date\":\"[0-9-]*\",\"weekday\":[0-9],\"week\":[0-9]*,\
\"committee\":\"$1\",\"nr\":$2," | cut -d '"' -f 4
}

it 'makes the meetings, the reports and the calendars'
expect_ok kansli plan adopt 2011 --to out.d
contains out 'Adopted: version 2 of 2011. 88 new meetings'
# those that were there stay on their day, with another clock
contains out 'Thu 2011-09-29  16:00 → 16:00–19:00  SBN/2011-09-29'
lacks out '29 → Thu 2011-09-29'
exists out.d/TRN-2011-meeting-dates.odt out.d/TRN-2011-meeting-dates.pdf \
    out.d/2011-TRN.ics out.d/2011-TRN.csv out.d/2011-roll-sekretariat.ics \
    out.d/2011-person-maria-enehjelm.ics
contains out.d/2011-TRN.ics 'SEQUENCE:0'
contains out.d/2011-TRN.ics 'Europe/Stockholm'
expect_ok kansli list meetings --committee MHN --year 2011
lines out 11
expect_ok kansli when cycle "TRN/$(day TRN 4)"
contains out 'utskick'
expect_ok kansli plan list --json
contains out '"adopted":true,"current":true'
expect_ok kansli check

it 'adopts the same again without a change'
expect_ok kansli plan adopt 2011
contains out '0 new meetings, 0 moved, 0 cancelled, 90 as before'

it 'moves an adopted meeting that is named, and no other'
from=$(day MHN 9)
to=$(date -d "$from - 2 days" +%F)
KANSLI_TODAY=2011-04-01
expect_ok kansli plan move "MHN/$from" "$to" --iterations $n --json
contains out "\"from\":\"$from\",\"to\":\"$to\""
[ "$(grep -o '"from":"' out | wc -l)" -eq 1 ] || complain 'others moved' out
expect_ok kansli plan adopt 2011
contains out '1 moved, 0 cancelled, 89 as before'
expect_ok kansli show meeting "MHN/$to"
expect_ok kansli plan export 2011 --to moved.d
contains moved.d/2011-TRN.csv '"Subject","Start Date"'
expect_ok kansli plan export 2011 --to swedish.d --headings sv
contains swedish.d/2011-TRN.csv '"Startdatum"'
expect_fail 2 kansli plan export 2011 --to swedish.d --headings de
grep -A 2 "^UID:MHN-$from@" moved.d/2011-MHN.ics | grep -q 'SEQUENCE:[12]' ||
    complain 'the sequence was not raised' moved.d/2011-MHN.ics
grep -o 'UID:MHN-[^@]*@' moved.d/2011-MHN.ics | sort >a
grep -o 'UID:MHN-[^@]*@' out.d/2011-MHN.ics | sort >b
same a b

it 'hands over the plans with all their versions'
expect_ok kansli export
mv out whole.xml
contains whole.xml '<plan år="2011" gällande='
contains whole.xml 'omdöme="'
register=$KANSLI_DB
KANSLI_DB=$work/other.db
expect_ok kansli init
expect_ok kansli import whole.xml --files "$work"
expect_ok kansli export
same whole.xml out
expect_ok kansli plan list --json
mv out there
expect_ok kansli list events
mv out before
{
	echo '<kansli version="1">'
	sed -n '/<plan år/,/<\/plan>/p' whole.xml
	echo '</kansli>'
} >plan.xml
expect_ok kansli import plan.xml
expect_ok kansli list events
same before out
expect_ok kansli check
# a version is never changed
sed 's/kostnad="[0-9]*"/kostnad="1"/' plan.xml >changed.xml
expect_fail 1 kansli import changed.xml
contains err 'Version 1 of the plan of 2011 is another in the register'
sed 's/gällande="[0-9]*"/gällande="99"/' plan.xml >changed.xml
expect_fail 1 kansli import changed.xml
contains err 'no other can be current'
KANSLI_DB=$register
expect_ok kansli plan list --json
same there out

it 'keeps what has happened, and what is adopted, when the year is solved'
expect_ok kansli plan solve 2011 --iterations $n --seed 9
expect_ok kansli plan compare 2011
contains out 'No meeting differs.'
refused 1 kansli plan move "TRN/$(day TRN 1)" 2011-05-31
contains err 'has been held'

it 'cancels what is adopted and no longer planned'
gone=$(day MHN 8)
{
	echo 'nämnd;datum;tid;slut'
	kansli plan show 2011 --json | grep -o '"date":"[^}]*}' | grep -v \
	    "\"date\":\"$gone\".*\"MHN\"" | sed 's/"date":"\([^"]*\)".*"committee":"\([^"]*\)".*"start":"\([^"]*\)","end":"\([^"]*\)".*/\2;\1;\3;\4/'
} >fewer.csv
lines fewer.csv 90
expect_ok kansli plan import fewer.csv
refused 1 kansli plan adopt 2011
expect_ok kansli plan adopt 2011 --without number --without gap \
    --without windows --without room
contains out "MHN/$gone: cancelled"
contains out '1 cancelled'
expect_ok kansli list meetings --committee MHN --year 2011
contains out 'inställt'
expect_ok kansli plan export 2011 --to fewer.d
contains fewer.d/2011-MHN.ics 'STATUS:CANCELLED'
expect_ok kansli check

it 'is for those who work for the committees'
expect_ok kansli user add one --role secretary --committees TRN
refused 1 kansli --as one plan adopt 2011
contains err 'does not work for the committee'

it 'says that there is nothing to export'
expect_fail 1 kansli plan export 2012 --to none.d
contains err 'kansli plan adopt 2012'

it 'plans on when a committee shall meet less often than is adopted'
KANSLI_TODAY=2010-10-01
register 01 02 03 04 07
expect_ok kansli plan new 2011
expect_ok kansli plan solve 2011 --iterations $n
expect_ok kansli plan adopt 2011
sed '/<planregler nämnd="TRN"/,/<.planregler>/s/<antal>10</<antal>8</' \
    "$ekholm/07-planering.xml" >less.xml
expect_ok kansli import less.xml
for seed in 1 2; do
	expect_ok kansli plan solve 2011 --allow-adopted --iterations $n \
	    --seed $seed
	contains out '(solved): 88 meetings'
	expect_ok kansli plan check 2011
	expect_ok kansli plan undo 2011
done

done_testing
