#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The deadlines of a meeting in the register: its committee's rules over the
# common ones, and days picked by hand.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2010-01-04

expect_ok kansli init
expect_ok kansli import "$ekholm/01-organisation.xml" \
    "$ekholm/02-personer.xml" "$ekholm/03-arenden-SVN.xml" \
    "$ekholm/03-arenden-TRN.xml"

it 'follows the common definition'
expect_ok kansli when cycle TRN/2010-11-23 --json
contains out '{"step":"utskick","date":"2010-11-16",'

it 'sends the summons earlier where the regulations say so, and prints earlier'
expect_ok kansli when cycle SVN/2010-02-09 --json
contains out '{"step":"utskick","date":"2010-01-29",'
contains out '{"step":"tryck","date":"2010-01-27",'

it 'keeps a day picked by hand, and says what the rule gives'
expect_ok kansli when move SVN/2010-02-09 tryck --date 2010-01-26 \
    --why 'The printer is away'
expect_ok kansli when cycle SVN/2010-02-09 --json
contains out '{"step":"tryck","date":"2010-01-26",'
contains out 'The printer is away'
contains out '2010-01-27'
expect_ok kansli check

it 'refuses a step that the definition does not have'
expect_fail 1 kansli when move SVN/2010-02-09 tryk --date 2010-01-26
contains err 'tryck'

it 'refuses a meeting that does not exist'
expect_fail 1 kansli when cycle SVN/2010-02-10

done_testing
