#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Planning a year on the register: begun from last year, solved, looked at,
# changed by hand, taken back.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2010-10-01
n=20000

register 01 02 03 04 07

it 'says that there is no plan yet'
expect_fail 1 kansli plan show 2011
contains err 'no plan of 2011'
expect_fail 1 kansli plan move TRN/2011-05-17 2011-05-24
expect_ok kansli plan list
[ ! -s out ] || complain 'there are plans' out

it 'refuses what is no year, no option and no meeting'
refused 2 kansli plan new 11
refused 2 kansli plan solve 2011 --iterations many
refused 2 kansli plan solve 2011 --without luck
contains err 'luck'
refused 2 kansli plan move TRN 2011-05-24
refused 2 kansli plan why 2011-05-24
refused 2 kansli plan new 1900

it 'begins with the pattern of last year, and says what it is made from'
expect_ok kansli plan new 2011
contains out 'version 1 (last year'
contains out 'the rules of 9 bodies, 6 rooms'
contains out 'EXN shall have 10 meetings and had 1 last year.'
contains out 'kansli plan solve 2011'
expect_ok kansli plan show 2011 --json
contains out '"date":"2011-11-22","weekday":2,"week":47,"committee":"TRN"'
contains out '"date":"2011-09-29","weekday":4,"week":39,"committee":"SBN"'
contains out '"meeting":"SBN/2011-09-29","state":"planerat"'

it 'solves the year, the same each time'
expect_ok kansli plan solve 2011 --iterations $n --seed 3 --json
contains out '"version":2,"from_version":1,"how":"solve"'
contains out '"meetings":90'
contains out '"adopted":false,"current":true'
expect_ok kansli plan show 2011
cp out first
expect_ok kansli plan undo 2011
contains out 'version 1'
expect_ok kansli plan solve 2011 --iterations $n --seed 3
expect_ok kansli plan show 2011
sed 1d first >a
sed 1d out >b
same a b
expect_ok kansli plan compare 2011 2 3
contains out 'No meeting differs.'

it 'breaks no constraint'
expect_ok kansli plan check 2011
contains out 'No constraint is broken.'
contains out 'The best plan found'
lacks out 'breaks'

it 'shows one committee, another version, and the months'
expect_ok kansli plan show 2011 --committee SBN
lines out 11
contains out 'Thu 2011-09-29  w 39  SBN  16:00–19:00  BOL'
expect_ok kansli plan show 2011 --version 1
contains out 'constraints broken'
expect_fail 1 kansli plan show 2011 --version 9
expect_ok kansli plan show 2011 --table
lines out 11
contains out 'Jan'
expect_fail 1 kansli plan show 2011 --committee SBNN
contains err 'SBN'

it 'keeps every version'
expect_ok kansli plan list --json
[ "$(grep -o '"year":2011' out | wc -l)" -eq 3 ] || complain 'not three' out
expect_ok kansli check

it 'says why a day is not possible'
expect_ok kansli plan why 2011-05-07 --body SBN
contains out 'not possible'
contains out 'Saturday or a Sunday. (lag 1930:173 § 2)'
expect_ok kansli plan why 2011-06-06 --body TRN --json
contains out '"possible":false'
contains out '"rule":"days-off"'
expect_fail 1 kansli plan why 2011-05-07 --body NNN

it 'says that the year can be planned'
expect_ok kansli plan why 2011
contains out 'The year 2011 can be planned.'

done_testing
