#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# How long the things take that somebody waits for, beside the time that they
# may take, and beside what else makes the same document here: "make bench".
set -u
kansli=${KANSLI:?run this with make bench}
srcdir=${srcdir:?}
builddir=$(dirname "$kansli")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
KANSLI_TODAY=2026-11-10
KANSLI_DB=$work/kansli.db
export KANSLI_TODAY KANSLI_DB

. "$srcdir/tests/bench/lib.sh"

# matters FROM TO: exchange XML of a committee's matters with these numbers.
matters() {
	awk -v from="$1" -v to="$2" 'BEGIN {
		print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
		print "<kansli version=\"1\">"
		for (i = from; i <= to; i++) {
			printf "<ärende dnr=\"B2026-%06d\">", i
			print "<nämnd>BEN</nämnd>"
			print "<rubrik>Cykelbana på sträcka " i \
			    ". Genomförandebeslut</rubrik>"
			print "<kontor>BK</kontor><enhet>Tp</enhet>"
			print "<handläggare>Nils Fagerlind</handläggare>"
			print "<slag>beslut</slag>"
			print "<förslag><att>Nämnden godkänner förslaget till" \
			    " cykelbana på sträcka " i ".</att></förslag>"
			print "</ärende>"
		}
		print "</kansli>"
	}'
}

# organisation: a committee, its office, and a meeting with 40 items.
organisation() {
	awk 'BEGIN {
		print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
		print "<kansli version=\"1\">"
		print "<organisation><namn>Ekholms stad</namn></organisation>"
		print "<kontor kod=\"BK\"><namn>Bänkkontoret</namn></kontor>"
		print "<nämnd kod=\"BEN\"><namn>Bänknämnden</namn>"
		print "<slag>nämnd</slag><kontor>BK</kontor>"
		print "<ledamöter>13</ledamöter></nämnd>"
		for (i = 1; i <= 13; i++) {
			printf "<person id=\"p%d\"><förnamn>Person</förnamn>", i
			printf "<efternamn>Nummer%d</efternamn>", i
			print "<parti>S</parti></person>"
			printf "<mandat nämnd=\"BEN\" person=\"p%d\">", i
			printf "<roll>%s</roll>", i == 1 ? "ordförande" : "ledamot"
			print "<från>2026-01-01</från></mandat>"
		}
		print "</kansli>"
	}'
}

meeting() {
	awk 'BEGIN {
		print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
		print "<kansli version=\"1\">"
		print "<sammanträde nämnd=\"BEN\" datum=\"2026-11-17\">"
		print "<nummer>9</nummer><tid>16:30</tid>"
		print "<plats>Bråvallasalen, Stadshuset</plats>"
		for (i = 1; i <= 40; i++)
			printf "<punkt nr=\"%d\" dnr=\"B2026-%06d\"/>\n", i, i
		print "</sammanträde></kansli>"
	}'
}

empty_register() {
	rm -f kansli.db*
	"$kansli" init && "$kansli" import organisation.xml
}

import_matters() {
	"$kansli" import m1.xml
}

fresh_copy() {
	rm -rf kansli.db* summons
	cp agenda.db kansli.db
}

make_summons() {
	"$kansli" document BEN/2026-11-17 summons --to summons
}

show_one() {
	"$kansli" show matter B2026-031415
}

make_demo() {
	(cd "$srcdir" && sh fixtures/ekholm/demo.sh "$builddir" "$work/demo")
}

organisation >organisation.xml
meeting >meeting.xml
for n in 1 2 3 4 5; do
	matters $((n * 10000 - 9999)) $((n * 10000)) >m$n.xml
done

printf '%-46s %8s %8s %8s\n' 'milliseconds' least median target
measure 5 empty_register import_matters
report '10,000 matters imported' 2000

"$kansli" import meeting.xml >out 2>&1 || die 'the meeting was refused'
"$kansli" agenda publish BEN/2026-11-17 >out 2>&1 ||
    die 'the agenda could not be published'
"$kansli" check >out 2>&1 || die 'the register is not sound'
sqlite3 kansli.db 'PRAGMA wal_checkpoint(TRUNCATE)' >out 2>&1
cp kansli.db agenda.db
measure 5 fresh_copy make_summons
report 'an agenda of 40 items as ODT and PDF' 100

for n in 2 3 4 5; do
	"$kansli" import m$n.xml >out 2>&1 || die 'an import failed'
done
measure 5 true show_one
report 'a register of 50,000 matters opened, one shown' 20

if [ -f "$srcdir/fixtures/ekholm/demo.sh" ]; then
	measure 5 true make_demo
	report 'the whole demo' 10000
fi

. "$srcdir/tests/bench/documents.sh"
