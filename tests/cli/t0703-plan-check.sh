#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Plans made by hand: checked with and without a register, taken in, compared
# with the best; years that cannot be planned.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2010-10-01
n=20000

cat >hand.csv <<END
nämnd;datum;tid;slut
TRN;2011-01-25;16:30;19:00
EXN;2011-01-25;17:30;19:30
TRN;2011-02-15;16:30;19:00
EXN;2011-06-06;17:30;19:30
END

it 'checks a file without any register'
db=$KANSLI_DB
unset KANSLI_DB
expect_fail 1 kansli plan check hand.csv
contains out '4 meetings in 2011'
contains out '2011-06-06'
expect_fail 2 kansli plan check 2011
contains err 'KANSLI_DB'
expect_fail 3 kansli plan check nothing.csv
KANSLI_DB=$db
export KANSLI_DB

register 01 02 03 04 07

it 'checks a file against the register, beside the best that is known'
expect_ok kansli plan new 2011
expect_ok kansli plan solve 2011 --iterations $n
remember
expect_fail 1 kansli plan check hand.csv
contains out 'at the same time'
contains out 'The best plan found costs'
contains out 'Trafik- och renh'
expect_fail 1 kansli plan check hand.csv --json
contains out '"rule":"number"'
unchanged

it 'takes a file in as a version'
expect_ok kansli plan import hand.csv
contains out 'version 3 (made by hand)'
contains out 'constraints broken'
expect_ok kansli plan show 2011 --committee TRN
lines out 3
expect_ok kansli plan compare 2011 2 3
contains out 'Tue 2011-01-25'
refused 1 kansli plan adopt 2011
contains err 'Nothing was adopted.'

it 'names what is wrong with a file, by line'
printf 'nämnd;datum\nTRN;2011-02-30\nXXX;2011-02-03\n' >bad.csv
refused 1 kansli plan import bad.csv
contains err 'bad.csv:2'

# rules BODY: a file of rules.
rules() {
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<kansli version="1">'
	cat
	printf '</kansli>\n'
}

it 'says which constraints cannot all be kept, and leaves the plan as it is'
for code in EXN FSN; do
	cat <<END
<planregler nämnd="$code" år="2011"><antal>10</antal>
<veckodagar>ti to</veckodagar><tid>16:30</tid><slut>19:00</slut>
<mellanrum minst="18" mest="45"/>
<fönster namn="Gemensam dag" från="2011-06-14" till="2011-06-14"/>
</planregler>
END
done | rules >rules.xml
expect_ok kansli import rules.xml
expect_ok kansli plan undo 2011
expect_ok kansli plan new 2011
remember
expect_fail 1 kansli plan solve 2011 --iterations 300
contains out 'cannot all be kept'
contains out 'Gemensam dag'
contains out '→'
contains err 'The year 2011 cannot be planned.'
unchanged
expect_ok kansli plan why 2011 --json
contains out '"possible":false'
contains out '"rule":"windows"'

it 'can leave a constraint out'
expect_ok kansli plan solve 2011 --iterations $n --without windows

done_testing
