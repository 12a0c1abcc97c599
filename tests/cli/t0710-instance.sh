#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Planning instances of a year: solving, changing, checking, and what is said
# about files that are wrong.
. "${srcdir:-.}/tests/cli/lib.sh"

i6=$srcdir/tests/data/plan/i6.txt

# field NAME: what the line of that name says.
field() {
	sed -n "s/^$1 //p" out
}

it 'prints five lines and writes a plan that the check finds whole'
expect_ok kansli plan solve --instance "$i6" --iterations 40000 --out a.plan
[ "$(cut -d ' ' -f 1 out | tr '\n' ' ')" = \
    'cost bound status first_ms time_ms ' ] || complain 'other lines' out
cost=$(field cost)
expect_ok kansli plan check --instance "$i6" --plan a.plan
[ "$(field cost)" = "$cost" ] || complain 'another cost' out
[ "$(field violations)" = 0 ] || complain 'violations' out

it 'gives the same plan for the same seed, whatever the threads'
expect_ok kansli plan solve --instance "$i6" --iterations 40000 --threads 1 \
    --out b.plan
expect_ok cmp a.plan b.plan
expect_ok kansli plan solve --instance "$i6" --iterations 40000 --seed 2 \
    --out c.plan
cmp -s a.plan c.plan && complain 'another seed gave the same plan'

it 'reads packed instances'
expect_ok kansli plan solve --instance "$srcdir/tests/data/plan/i20.txt.gz" \
    --iterations 1
contains out 'status feasible'

it 'changes a plan as little as it can'
slot=$(sed -n 's/^4 \([0-9]*\) .*/\1/p' a.plan)
expect_ok kansli plan solve --instance "$i6" --iterations 40000 \
    --move "4:$slot" --from a.plan --out d.plan
changed=$(field cost)
[ "$changed" -le "$cost" ] || complain 'staying costs something' out
expect_ok kansli plan check --instance "$i6" --plan d.plan
[ "$(field violations)" = 0 ] || complain 'violations' out
expect_fail 1 kansli plan solve --instance "$i6" --iterations 10 \
    --move 4:364 --from a.plan
contains err 'cannot be on that day'

it 'names what a plan breaks'
sed 's/^0 .*/0 364 0/; /^7 /d' a.plan >broken.plan
run_as 1 kansli plan check --instance "$i6" --plan broken.plan
contains out 'Meeting 0 has none of its possible times.'
contains out 'Meeting 7 has none of its possible times.'

it 'names the file and the line of a lie'
sed '1s/^6 115/7 115/' "$i6" >lie.txt
expect_fail 1 kansli plan solve --instance lie.txt
contains err 'lie.txt:'
sed '1s/^6 115/6 1150000/' "$i6" >lie.txt
expect_fail 1 kansli plan solve --instance lie.txt
contains err 'lie.txt:1: meetings: 1150000 is out of range'
head -c 20000 "$i6" >lie.txt
expect_fail 1 kansli plan check --instance lie.txt --plan a.plan
contains err 'too early'
expect_fail 3 kansli plan solve --instance missing.txt

it 'says what cannot be kept of an impossible year'
awk 'NR == 1 { $11 = 60; $12 = 61 } { print }' "$i6" >impossible.txt
expect_ok kansli plan solve --instance impossible.txt --seconds 20
contains out 'status infeasible'
contains out 'conflict '

it 'says what a command lacks'
expect_fail 2 kansli plan check --instance "$i6"
expect_fail 2 kansli plan solve --instance "$i6" --move 4
expect_fail 2 kansli plan solve --instance "$i6" --seconds soon
expect_ok kansli plan solve --help
contains out '--iterations'

done_testing
