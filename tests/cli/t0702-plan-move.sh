#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Moving and fixing meetings of a plan, and going back.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2010-10-01
n=20000

register 01 02 03 04 07
expect_ok kansli plan new 2011
expect_ok kansli plan solve 2011 --iterations $n

# day CODE NR: the day of the committee's meeting NR in the current plan.
day() {
	kansli plan show 2011 --committee "$1" --json |
	    grep -o "\"date\":\"[0-9-]*\",\"weekday\":[0-9],\"week\":[0-9]*,\
\"committee\":\"$1\",\"nr\":$2," | cut -d '"' -f 4
}

it 'moves a meeting to where it may be, and tells what else moves'
# The first of the weeks around it when it may be: not a holiday's.
from=$(day MHN 5)
for week in 1 -1 2 -2 3 -3; do
	other=$(date -d "$from + $((week * 7)) days" +%F)
	kansli plan move "MHN/$from" "$other" --iterations $n --json \
	    >out 2>err && break
done
contains out "\"committee\":\"MHN\",\"nr\":5,\"from\":\"$from\",\"to\":\"$other\""
contains out '"how":"move"'
[ "$(day MHN 5)" = "$other" ] || complain "not on $other"
expect_ok kansli plan check 2011
expect_ok kansli plan show 2011 --committee MHN
contains out 'fixed'
expect_ok kansli plan compare 2011
contains out "MHN"
contains out "$from"

it 'finds another day for those in the way, and says why they moved'
there=$(day EXN 3)
refused 1 kansli plan move "EXN/2011-02-27" "$there"
mine=$(day TRN 3)
[ "$mine" = "$there" ] || {
	status=0
	kansli plan move "TRN/$mine" "$there" --iterations $n >out 2>err ||
	    status=$?
	[ $status -le 1 ] || complain 'neither moved nor refused' out err
}
expect_ok kansli plan check 2011

it 'refuses a day off, with every reason, and changes nothing'
remember
from=$(day SBN 4)
expect_fail 1 kansli plan move "SBN/$from" 2011-04-23 --iterations $n
contains err 'SBN cannot meet on'
contains err 'Saturday or a Sunday'
contains err 'The plan was not changed.'
expect_fail 1 kansli plan move "SBN/$from" 2012-04-19 --iterations $n
contains err 'not in 2011'
expect_fail 1 kansli plan move "SBN/$from" "$from" --iterations $n
contains err 'on that day already'
expect_fail 1 kansli plan move SBN/2011-04-01 2011-04-19
contains err 'the nearest is SBN/'
unchanged

it 'fixes a meeting, which stays when the year is solved again'
from=$(day SVN 6)
expect_ok kansli plan fix "SVN/$from"
refused 1 kansli plan fix "SVN/$from"
contains err 'fixed already'
expect_ok kansli plan solve 2011 --iterations $n --seed 7
[ "$(day SVN 6)" = "$from" ] || complain "SVN has left $from"
expect_ok kansli plan fix "SVN/$from" --undo
refused 1 kansli plan fix "SVN/$from" --undo

it 'goes back version by version, to the first'
i=0
while kansli plan undo 2011 >out 2>err && [ $i -lt 20 ]; do
	i=$((i + 1))
done
contains err 'made from nothing'
expect_ok kansli plan show 2011
contains out 'version 1'
expect_ok kansli check

it 'is not for those who may only read'
expect_ok kansli user add reader --role reader
refused 1 kansli --as reader plan solve 2011 --iterations 10
refused 1 kansli --as reader plan undo 2011
expect_ok kansli --as reader plan show 2011

done_testing
