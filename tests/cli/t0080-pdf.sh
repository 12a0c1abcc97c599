#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# kansli pdf check: what it says, in which form, and how it ends.
. "${srcdir:-.}/tests/cli/lib.sh"
unset KANSLI_DB
cp "$srcdir/tests/data/pdf/forms.pdf" good.pdf
sed 's,/Tabs /S,/Tabs /R,; s,/Subtype /Text,/Subtype /Lext,' good.pdf >bad.pdf
sed 's,/Lang (sv),/Ling (sv),' good.pdf >mute.pdf
head -c 900 good.pdf >cut.pdf
echo 'Hej' >text.pdf

it 'says that a good file follows the rules'
expect_ok kansli pdf check good.pdf
prints 'good.pdf: follows the rules of PDF/UA-1 and PDF/A-2a that a machine can check'

it 'names rule, page and object of each fault'
run_as 1 kansli pdf check bad.pdf
contains out 'bad.pdf: rule 7.18.3-1, page 1, object '
contains out 'The page does not say that its tab order follows the structure.'
contains out 'Annotations of the type Lext are not allowed.'
contains out 'bad.pdf: 2 faults'

it 'speaks Swedish'
KANSLI_LANG=sv run_as 1 kansli pdf check bad.pdf
contains out 'bad.pdf: regel 7.18.3-1, sida 1, objekt '
contains out 'bad.pdf: 2 brister'

it 'checks against one of the standards'
expect_ok kansli pdf check --a mute.pdf
prints 'mute.pdf: follows the rules of PDF/A-2a that a machine can check'
run_as 1 kansli pdf check --ua mute.pdf
contains out 'rule 7.2-2'

it 'gives the other name of a rule'
sed 's,/Marked true,/Marked null,' good.pdf >unmarked.pdf
run_as 1 kansli pdf check unmarked.pdf
contains out 'rule 6.2-1 (A 6.7.2.2-1), object'
run_as 1 kansli pdf check --a unmarked.pdf
contains out 'rule A 6.7.2.2-1, object'

it 'answers as JSON, a line for each file'
run_as 1 kansli pdf check --json good.pdf bad.pdf
lines out 2
contains out '{"file":"good.pdf","ok":true,"faults":0,"findings":[]}'
contains out '"rule":"7.18.3-1","page":1,"object":'

it 'says of a broken file that it cannot be read, and goes on'
run_as 1 kansli pdf check text.pdf cut.pdf good.pdf
contains out 'text.pdf: It could not be read'
contains out 'cut.pdf: '
contains out 'good.pdf: follows'

it 'refuses what is not there'
expect_fail 3 kansli pdf check nowhere.pdf
expect_fail 2 kansli pdf check

done_testing
