#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The calendars: why a day is off, the times in which committees must meet, the
# annual wheel and its meetings, and calendars that are wrong.
. "${srcdir:-.}/tests/cli/lib.sh"
unset KANSLI_DB

it 'gives every reason why a day is off, with statute or file and line'
expect_ok kansli when day 2027-03-29 --json
prints "{\"date\":\"2027-03-29\",\"off\":true,\"working_day\":false,\"because\":[{\"rule\":\"holiday\",\"statute\":\"lag 1989:253\",\"text\":\"Monday 2027-03-29 is a public holiday, Annandag påsk.\"},{\"rule\":\"school_break\",\"statute\":\"$KANSLI_SHARE/calendars/lov.ics:$(grep -n 'BEGIN:VEVENT' "$KANSLI_SHARE/calendars/lov.ics" | cut -d : -f 1 | sed -n 8p)\",\"text\":\"The schools have a break, Påsklov 2027: Monday 2027-03-29 to Friday 2027-04-02.\"}]}"

it 'knows the kinds apart'
while read -r day rule; do
	expect_ok kansli when day "$day" --json
	contains out "\"rule\":\"$rule\""
done <<-END
2027-02-02 working-day
2027-02-06 weekend
2027-05-06 holiday
2027-06-25 equated_eve
2027-05-05 customary_eve
2027-05-07 bridge
2027-12-29 between_day
2027-03-02 school_break
2027-07-20 pause
2027-09-13 council
2027-01-18 blocked
2004-05-31 holiday
2011-06-06 holiday
END

it 'knows what the law said before 2005'
expect_ok kansli when day 2003-06-06 --json
contains out '"off":false,"working_day":true'
expect_ok kansli when day 2005-05-16 --json
contains out '"off":false,"working_day":true'

it 'blocks a day for one committee alone'
expect_ok kansli when day 2027-05-20 --json
contains out '"off":false'
expect_ok kansli when day 2027-05-20 --committee MHN --json
contains out '"off":false'
expect_ok kansli when day 2027-05-20 --committee TRN --json
contains out '"off":true'

it 'says it to people'
expect_ok kansli when day 2027-05-07
contains out 'bridge day'
lacks out '()'

it 'lists the times in which something is decided'
expect_ok kansli when windows 2027 --json
contains out '{"name":"Tertialrapport 1","from":"2027-05-10","to":"2027-05-28","committee":null,"because":[{"rule":"process","statute":"'
contains out '"from":"2027-12-06","to":"2027-12-17"'

it 'lists the annual wheel, common and of a committee'
expect_ok kansli when wheel 2027 --json
contains out '"id":"tertialrapport-1","title":"Tertialrapport 1 2027","responsible":"Ekonomichefen","period":"januari–april 2027","from":"2027-05-10","to":"2027-05-28","report":"first","meeting":null'
lacks out Vinter
expect_ok kansli when wheel 2027 --committee SVN --json
contains out '"title":"Uppföljningsrapport 1 2027"'

it 'takes the municipality'\''s own calendar, its kind from the name'
mkdir own
cat >'own/lov skolan.ics' <<-END
BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270301
DTEND;VALUE=DATE:20270306
RRULE:FREQ=YEARLY
SUMMARY:Vinterlov
END:VEVENT
END:VCALENDAR
END
expect_ok kansli when day 2028-03-03 --calendars own --json
contains out '"rule":"school_break","statute":"own/lov skolan.ics:2"'

it 'names file, line and what to do of a calendar that is wrong'
# Each: the line, a word of the answer, and what stands in the event.
while read -r line word event; do
	printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:X\n%b\nEND:VEVENT\nEND:VCALENDAR\n' \
	    "$event" >own/fel.ics
	expect_fail 1 kansli when day 2027-03-02 --calendars own
	contains err "own/fel.ics:$line"
	contains err "$word"
	contains err 'not taken into use'
done <<-END
5 FREQ=SOMETIMES DTSTART:20270101\nRRULE:FREQ=SOMETIMES
5 5000 DTSTART:20270101\nRRULE:FREQ=DAILY;COUNT=1000000
5 FREQ=SECONDLY DTSTART:20270101\nRRULE:FREQ=SECONDLY
4 20270230 DTSTART:20270230
4 Mars DTSTART;TZID=Mars:20270101T100000
2 category DTSTART:20270101
2 uppehåll DTSTART:20270101\nCATEGORIES:uppehål
2 DTSTART CATEGORIES:lov
END
printf 'BEGIN:VCALENDAR\nX-WR-CALNAME:\345\344\366\nEND:VCALENDAR\n' >own/fel.ics
expect_fail 1 kansli when day 2027-03-02 --calendars own
contains err 'own/fel.ics:2'
contains err 'UTF-8'
rm own/fel.ics

it 'names a wheel that is wrong'
printf '<årshjul version="1"><namn>X</namn>\n<post id="a"><namn>A</namn><ansvar>B</ansvar><början>2010-01-01</början>\n<upprepas>FREQ=OFTA</upprepas><pågår>1 dag</pågår></post></årshjul>\n' \
    >own/arshjul.xml
expect_fail 1 kansli when wheel 2027 --calendars own
contains err 'own/arshjul.xml:3'
contains err 'FREQ=OFTA'

it 'refuses what is no date, no year or no folder'
expect_fail 2 kansli when day 2027-02-30
expect_fail 2 kansli when windows tjugo
expect_fail 1 kansli when windows 1899
expect_fail 3 kansli when day 2027-03-02 --calendars nowhere
expect_fail 2 kansli when day

it 'finds the meetings of the wheel in the register'
KANSLI_DB=$work/kansli.db
export KANSLI_DB
expect_ok kansli init
expect_ok kansli import "$ekholm/01-organisation.xml" \
    "$ekholm/02-personer.xml" "$ekholm/03-arenden-SVN.xml" \
    "$ekholm/03-arenden-TRN.xml"
expect_ok kansli when wheel 2010 --committee TRN --json
contains out '"committee":"TRN","id":"sammantradestider","title":"Sammanträdestider 2011"'
contains out '"from":"2010-11-01","to":"2010-11-30","report":"first","meeting":"2010-11-23"'
expect_ok kansli when wheel 2010 --json
contains out '"committee":"TRN"'
contains out '"committee":"SVN"'
expect_fail 1 kansli when wheel 2010 --committee XXX

it 'proposes for the agenda what falls to the meeting, until it is there'
expect_ok kansli agenda show TRN/2010-11-23 --json
contains out '"proposed":[{"id":"sammantradestider","title":"Sammanträdestider 2011"'
KANSLI_TODAY=2010-11-01
expect_ok kansli agenda add TRN/2010-11-23 --title 'Sammanträdestider 2011'
expect_ok kansli agenda show TRN/2010-11-23 --json
lacks out '"id":"sammantradestider"'
contains out '"proposed":[{"id":"ekonomisk-uppfoljning"'

done_testing
