#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Who may do what: four roles, each with what those before it may, and grants
# of committees; every change bears a name.
. "${srcdir:-.}/tests/cli/lib.sh"

meeting=BYN/2027-03-16
KANSLI_TODAY=2027-03-08
small

it 'adds users, and changes one who is there'
expect_ok kansli user add Rut --role reader
expect_ok kansli user add Adam --role assistant
expect_ok kansli user add Stina --role reader
expect_ok kansli user add Stina
expect_ok kansli user add Vera --role secretary --committees VAN
expect_ok kansli user add Ada --role admin
expect_ok kansli list users
lines out 7
grep -q '^Stina *secretary' out || complain 'Stina is no secretary' out
expect_ok kansli check

it 'refuses roles and committees that there are not, and names used twice'
refused 1 kansli user add Nils --role chef
contains err chef
refused 1 kansli user add Nils --committees 'BYN NIX'
contains err NIX
expect_ok kansli user add Lo --login lo
refused 1 kansli user add Another --login lo
contains err lo

it 'does not know who has not been added'
refused 1 kansli --as Nils list matters
contains err Nils
refused 1 kansli --as Nils matter register --committee BYN --title x
refused 1 kansli --as '' list matters

it 'lets a reader see, and nothing else'
expect_ok kansli --as Rut list matters
expect_ok kansli --as Rut show meeting $meeting
expect_ok kansli --as Rut agenda show $meeting
expect_ok kansli --as Rut export
refused 1 kansli --as Rut matter register --committee BYN --title x
contains err reader
refused 1 kansli --as Rut import "$srcdir/tests/data/litet.xml"
refused 1 kansli --as Rut agenda build $meeting
refused 1 kansli --as Rut document $meeting attendance-list --to nothing
refused 1 kansli --as Rut publish --to nothing
refused 1 kansli --as Rut user add Rut --role admin
[ ! -e nothing ] || complain 'something was written'

it 'lets an assistant write documents, and decide nothing'
refused 1 kansli --as Adam agenda build $meeting
refused 1 kansli --as Adam agenda publish $meeting
refused 1 kansli --as Adam meeting cancel $meeting
refused 1 kansli --as Adam matter register --committee BYN --title x
refused 1 kansli --as Adam import "$srcdir/tests/data/litet.xml"
refused 1 kansli --as Adam when move $meeting kallelse --date 2027-03-08 \
    --why x
refused 1 kansli --as Adam user add Nils --role reader
expect_ok kansli --as Stina agenda build $meeting
expect_ok kansli --as Adam document $meeting attendance-list --to written

it 'lets a secretary decide, and add no users'
expect_ok kansli --as Stina agenda add $meeting B2027-0104
expect_ok kansli --as Stina agenda publish $meeting
expect_ok kansli --as Stina matter register --committee BYN --title Nytt
refused 1 kansli --as Stina user add Nils --role reader
refused 1 kansli --as Stina user add Stina --role admin

it 'keeps a secretary to the committees granted'
refused 1 kansli --as Vera matter register --committee BYN --title x
contains err BYN
refused 1 kansli --as Vera agenda remove $meeting 3
refused 1 kansli --as Vera document $meeting attendance-list --to nothing
expect_ok kansli --as Vera agenda show $meeting
expect_ok kansli --as Vera matter register --committee VAN --title Rör

it 'keeps an import to the committees granted'
refused 1 kansli --as Vera import "$srcdir/tests/data/litet-protokoll.xml"
exchange() {
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<kansli version="1">%s%s' \
	    "$1" '</kansli>' >part.xml
}
exchange '<organisation><namn>Annan stad</namn></organisation>'
refused 1 kansli --as Vera import part.xml
exchange '<kontor kod="BYK"><namn>Annat kontor</namn></kontor>'
refused 1 kansli --as Vera import part.xml
exchange '<nämnd kod="BYN"><namn>Annan nämnd</namn></nämnd>'
refused 1 kansli --as Vera import part.xml
exchange '<mandat nämnd="BYN" person="k5"><roll>ordförande</roll><från>2027-02-01</från></mandat>'
refused 1 kansli --as Vera import part.xml
exchange '<mandat nämnd="VAN" person="k5"><roll>ordförande</roll><från>2027-02-01</från></mandat>'
expect_ok kansli --as Vera import part.xml

it 'lets an assistant handle the notice'
KANSLI_TODAY=2027-03-17
expect_ok kansli --as Stina import "$srcdir/tests/data/litet-protokoll.xml"
refused 1 kansli --as Adam minutes freeze $meeting
expect_ok kansli --as Stina minutes freeze $meeting
refused 1 kansli --as Adam minutes adjust $meeting
expect_ok kansli --as Stina minutes adjust $meeting
refused 1 kansli --as Rut notice post $meeting
expect_ok kansli --as Adam notice post $meeting
expect_ok kansli --as Adam publish --to site

it 'lets an administrator do everything'
expect_ok kansli --as Ada user add Nils --role reader
expect_ok kansli --as Ada matter register --committee VAN --title Mera
expect_ok kansli --as Ada list events

it 'writes in the log who did it'
expect_ok kansli list events --json
tr '{' '\n' <out >events
grep '"verb":"minutes-post"' events | grep -q '"user":"Adam"' ||
    complain 'Adam did not post' events
grep '"verb":"minutes-freeze"' events | grep -q '"user":"Stina"' ||
    complain 'Stina did not freeze' events
lacks events '"user":"Rut"'

it 'takes who is logged in when nobody is named'
if command -v id >/dev/null; then
	grep -q "\"user\":\"$(id -un)\"" events ||
	    complain 'the first changes bear another name' events
fi
KANSLI_DB=$work/named.db
expect_ok kansli --as Ada init
expect_ok kansli list users
grep -q '^Ada *admin' out || complain 'Ada is no administrator' out
expect_ok kansli matter --help
expect_ok kansli list matters

it 'keeps an administrator'
rm -f alone.db
expect_ok kansli --db alone.db --as only init
expect_fail 1 kansli --db alone.db --as only user add only --role reader
contains err 'only administrator'
expect_ok kansli --db alone.db --as only user add other --role admin
expect_ok kansli --db alone.db --as only user add only --role reader

done_testing
