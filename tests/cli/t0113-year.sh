#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What is made of a year besides the list of its meetings: wall planner, month
# table, flow chart, workload, stand-ins; and a meeting's checklist.
. "${srcdir:-.}/tests/cli/lib.sh"

KANSLI_TODAY=2026-11-30
register=$KANSLI_DB
unset KANSLI_DB

it 'makes samples of every kind that pass the checker, without remarks'
for kind in meeting-dates wall-planner month-table flow-chart workload \
    stand-ins checklist; do
	expect_ok kansli template sample $kind --to sample \
	    --format odt,pdf,html,text
	[ ! -s err ] || complain "remarks on $kind" err
	lacks sample/sample-$kind.txt '{'
	expect_ok kansli pdf check sample/sample-$kind.pdf
done
contains sample/sample-flow-chart.html '<svg '
contains sample/sample-flow-chart.txt '2 dagar tidigare'
contains sample/sample-stand-ins.txt 'Ingen!'
contains sample/sample-meeting-dates.txt 'Förslag till beslut'
contains sample/sample-meeting-dates.txt 'Sportlov'
contains sample/sample-checklist.txt '3 av 6'

it 'puts the whole year on one sheet'
expect_ok kansli pdf check sample/sample-wall-planner.pdf
if command -v pdfinfo >/dev/null; then
	pdfinfo sample/sample-wall-planner.pdf >info
	contains info 'Pages:           1'
	contains info 'A3'
fi

it 'takes the meetings in'
KANSLI_DB=$register
export KANSLI_DB
expect_ok kansli init
expect_ok kansli import "$srcdir/tests/data/golden-meeting.xml"
[ "$case_ok" = yes ] || done_testing

it 'makes them of a register'
for kind in wall-planner month-table flow-chart workload stand-ins; do
	expect_ok kansli document 2026 $kind --format pdf,text --to year
	expect_ok kansli pdf check year/2026-$kind.pdf
	exists year/2026-$kind.txt
done
contains year/2026-wall-planner.txt 'Sveriges nationaldag'
contains year/2026-stand-ins.txt 'Ingen frånvaro'
contains year/2026-month-table.txt '8'

it 'writes drawings alone'
expect_ok kansli document KFN/2026 flow-chart --format svg --to year
contains year/KFN-2026-flow-chart.svg '<svg '
expect_fail 1 kansli document 2026 month-table --format svg --to out.d
contains err 'no drawing'

it 'tells who covers an absence, and what nobody covers'
expect_ok kansli document kvist/2026-12-01/2026-12-31 stand-ins --format text \
    --to year
contains year/kvist-2026-12-01-2026-12-31-stand-ins.txt 'Ingen!'
expect_fail 1 kansli document kvast/2026-12-01/2026-12-31 stand-ins --to out.d
contains err 'kvist'
expect_fail 1 kansli document kvist/2026-12-31/2026-12-01 stand-ins --to out.d
expect_fail 2 kansli document kvist/december stand-ins --to out.d
[ ! -e out.d ] || complain 'something was written'

it 'lists the steps of a meeting, and which are done'
expect_ok kansli document KFN/2026-12-08 checklist --format text --to list
contains list/KFN-2026-12-08-checklist.txt '0 av 10'
expect_ok kansli when done KFN/2026-12-08 anmalan
expect_ok kansli document KFN/2026-12-08 checklist --format text --to after
contains after/KFN-2026-12-08-checklist.txt '1 av 10'
contains after/KFN-2026-12-08-checklist.txt 2026-11-30

done_testing
