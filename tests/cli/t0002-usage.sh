#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# How the command line answers to being used wrongly, and its help.
. "${srcdir:-.}/tests/cli/lib.sh"

it 'shows all commands'
expect_ok kansli --help
contains out 'usage: kansli'
for command in init import 'agenda publish' 'when appeal'; do
	contains out "  $command "
done
sed -n 's/^  \([a-z][a-z ]*[a-z]\)  .*/\1/p' out >commands

it 'has help for each command, which names it and needs no register'
unset KANSLI_DB
while read -r command; do
	# shellcheck disable=SC2086 # one or two words
	expect_ok kansli $command --help
	contains out "kansli $command"
done <commands
KANSLI_DB=$work/kansli.db
export KANSLI_DB

it 'shows the commands of a group'
expect_ok kansli agenda --help
contains out 'kansli agenda build MEETING'
contains out 'kansli agenda show MEETING'
lacks out 'kansli minutes'

it 'says its version'
expect_ok kansli --version
lines out 1
contains out 'kansli '

it 'does nothing without a command'
run_as 2 kansli
contains err 'usage: kansli'
run_as 2 kansli agenda
contains err 'kansli agenda build'

it 'refuses a command that does not exist'
expect_fail 2 kansli nonsense
contains err nonsense
lines out 0
run_as 2 kansli agenda nonsense

it 'refuses an option that does not exist, or has no value, or has one'
expect_fail 2 kansli list matters --nonsense
contains err --nonsense
expect_fail 2 kansli list matters -x
expect_fail 2 kansli list matters --state
expect_fail 2 kansli list matters --json=yes
expect_fail 2 kansli agenda show TRN/2010-11-23 --title x

it 'refuses too few and too many arguments'
run_as 2 kansli agenda build
contains err 'kansli agenda build MEETING'
expect_fail 2 kansli agenda build A B
contains err B

it 'asks for the register when none is named'
unset KANSLI_DB
expect_fail 2 kansli list matters
contains err KANSLI_DB
KANSLI_DB=$work/kansli.db
export KANSLI_DB

it 'refuses a day that does not exist'
expect_fail 2 kansli list matters --today 2010-02-30
contains err 2010-02-30

it 'says when the register is not there, and does not make one'
expect_fail 3 kansli list matters
if [ -e "$KANSLI_DB" ]; then
	complain 'the register was made'
fi

it 'calls an answer that could not be written a failure'
if [ -c /dev/full ]; then
	kansli when holidays 2027 >/dev/full 2>err
	status=$?
	[ $status -eq 3 ] || complain "exit status $status" err
	[ -s err ] || complain 'nothing on standard error'
fi

it 'takes options before, among and after arguments'
expect_ok kansli --json when holidays 2027
cp out before
expect_ok kansli when holidays --json 2027
same before out
expect_ok kansli when holidays -- 2027
lacks out '{'

it 'speaks Swedish unless told otherwise, in whatever locale'
if grep -q '^msgid "..*"' "$srcdir/po/sv.po"; then
	expect_ok env -u KANSLI_LANG LC_ALL=C "$KANSLI" --help
	contains out 'användning: kansli'
	lacks out 'usage: kansli'
fi

done_testing
