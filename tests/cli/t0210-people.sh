#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Before and at a meeting: who cannot come, who is called in instead, who will
# serve and who did.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2010-11-20
meeting=TRN/2010-11-23

register 01 02 03-arenden-TRN

it 'records nothing as told or asked on a day that has not come'
expect_fail 1 kansli meeting absence $meeting Sjöstedt --date 2999-01-01
contains err 'has not come yet'
expect_fail 1 kansli meeting call $meeting Ahlsund --for Sjöstedt \
    --date 2999-01-01

it 'proposes the deputies in the order when a member cannot come'
expect_ok kansli meeting absence $meeting Sjöstedt --by gruppledaren \
    --why 'Resa till Lund'
contains out 'name: Rickard Sjöstedt'
contains out 'caroline-ahlsund  Caroline Ahlsund  M      own_party'
contains out 'bo-rosander       Bo Rosander       SD     party_order'
contains out 'as the order of parties gives L after M. (KL (1991:900) 6:9-10)'
expect_ok kansli meeting deputies $meeting --for rickard-sjostedt --json
contains out '"deputies":[{"deputy":"caroline-ahlsund","name":"Caroline Ahlsund","party":"M","ground":"own_party"},{"deputy":"peter-norrby"'

it 'does not tell the reason to everybody'
expect_ok kansli meeting forecast $meeting
lacks out 'Lund'
contains out 'gruppledaren'

it 'asks them in turn until somebody comes'
expect_ok kansli meeting call $meeting Ahlsund --for Sjöstedt
lacks err 'By the order'
expect_ok kansli meeting answer $meeting Ahlsund no
contains out 'peter-norrby'
lacks out 'caroline-ahlsund  '
expect_ok kansli meeting call $meeting 'Eva-Lena Marklöf' --for Sjöstedt
contains err 'By the order Peter Norrby is asked first for Rickard Sjöstedt.'
expect_ok kansli meeting answer $meeting Marklöf yes
contains out 'state: kommer'
expect_ok kansli meeting forecast $meeting --json
contains out '"member":"rickard-sjostedt","name":"Rickard Sjöstedt","party":"M","state":"yes","deputy":"eva-lena-marklof"'
contains out '"moments":[{"from":"16:30","sure":13,"asked":13,"possible":13,"quorate":true}]'

it 'knows who leaves early, and from when they are enough'
for person in henrik-bergdahl jonas-palmgren marie-hagelin yusuf-demirel \
    lennart-forsell britta-sandmark goran-lovdal; do
	expect_ok kansli meeting absence $meeting $person --from 17:30
done
expect_ok kansli meeting forecast $meeting
contains out 'quorate: no'
contains out 'From 17:30: 6 of 13 seats are sure to be served, 6 with the deputies who have been asked, 13 with those who can be. 7 are needed. (KL (1991:900) 6:23)'
expect_ok kansli meeting call $meeting Strandell --for Bergdahl
expect_ok kansli meeting answer $meeting Strandell ja
expect_ok kansli meeting forecast $meeting --json
contains out '"quorate":true,"serving"'
contains out '{"from":"17:30","sure":7,"asked":7,"possible":13,"quorate":true}'

it 'calls in nobody for two, nobody who is absent and nobody without a seat'
refused 1 kansli meeting call $meeting Strandell --for Hagelin
contains err 'Linda Strandell has been called in for Henrik Bergdahl.'
expect_ok kansli meeting absence $meeting Hedin
refused 1 kansli meeting call $meeting Hedin --for Hagelin
refused 1 kansli meeting call $meeting Nasser --for Isaksson
contains err 'has not reported absence'
refused 1 kansli meeting call $meeting Isaksson --for Hagelin
contains err 'is not a deputy in the body that day'
contains err '(KL (1991:900) 6:9-10)'
refused 1 kansli meeting answer $meeting Nasser yes

it 'tells whom to ring when the member comes after all'
expect_ok kansli meeting absence $meeting Sjöstedt --withdraw
contains out 'Eva-Lena Marklöf'
refused 1 kansli meeting absence $meeting Sjöstedt --withdraw

it 'takes a deputy who falls ill for one who has declined'
expect_ok kansli meeting absence $meeting Strandell
expect_ok kansli meeting forecast $meeting --json
contains out '"state":"proposed","deputy":"fatima-nasser"'

it 'finds people by name, and says who may be meant'
expect_fail 1 kansli meeting absence $meeting Ma
contains err '“Ma” may be '
contains err 'Marie Hagelin (marie-hagelin)'
expect_fail 1 kansli meeting absence $meeting 'Marie Hageln'
contains err 'Did you mean “Marie Hagelin”?'
refused 1 kansli meeting absence $meeting Nobody

it 'refuses times that are none'
refused 2 kansli meeting absence $meeting Hagelin --from 25:00
refused 1 kansli meeting absence $meeting Hagelin --from 18:00 --until 17:00
refused 2 kansli meeting call $meeting Nasser
refused 2 kansli meeting answer $meeting Nasser maybe
refused 2 kansli meeting deputies $meeting --for Hagelin --paragraph x

it 'lets assistants handle it, and readers look'
expect_ok kansli user add ruth --role assistant
expect_ok kansli user add olle --role reader
expect_ok kansli --as ruth meeting absence $meeting Hagelin
refused 1 kansli --as olle meeting absence $meeting Hagelin --withdraw
expect_ok kansli --as olle meeting forecast $meeting

it 'says what those may do who only sit in'
expect_ok kansli meeting rights $meeting
contains out 'personalföreträdare  yes     yes             KL 7:10-12'

it 'shows that the register is sound, one row of the log for each change'
expect_ok kansli check

it 'records no absence from a meeting that is not held'
expect_ok kansli meeting cancel $meeting
refused 1 kansli meeting absence $meeting Isaksson
contains err 'has been cancelled'

# ---- a real meeting ----------------------------------------------------------

meeting=SBN/2011-09-29
KANSLI_TODAY=2011-09-20
register 01 02 03-arenden-SBN
kansli agenda build $meeting >out 2>err
kansli agenda publish $meeting >out 2>err
kansli agenda add $meeting --title 'Lärkan 4' >out 2>err
kansli agenda publish $meeting >out 2>err
KANSLI_TODAY=2011-10-01
kansli import "$ekholm"/05-protokoll-SBN.xml >out 2>err || bail "no minutes"

it 'shows who served for whom in which paragraphs'
expect_ok kansli meeting attendance $meeting
contains out 'viveka-viklund   Viveka Viklund   V      1-13 15-18 20-21 23-68  14 19 22'
contains out 'david-astrom      David Åström      MP     1-53            carina-palmgren'
contains out 'elin-forsell      Elin Forsell      MP     54              carina-palmgren'
contains out 'fredrik-malmborg  Fredrik Malmborg  V      14 19 22 69-70  viveka-viklund'
contains out 'magnus-trolleby  Magnus Trolleby  M      1-70'
contains out '1-70        13     13       7     yes'

it 'shows who left because of a conflict and who should enter then'
expect_ok kansli meeting attendance $meeting --paragraph 19 --json
contains out '"conflicted":[{"paragraph":19,"person":"viveka-viklund"'
contains out '{"member":"viveka-viklund","name":"Viveka Viklund","deputy":"fredrik-malmborg","deputy_name":"Fredrik Malmborg","ground":"own_party"}'
lacks out 'Nina Asplind'
refused 1 kansli meeting attendance $meeting --paragraph 99

done_testing
