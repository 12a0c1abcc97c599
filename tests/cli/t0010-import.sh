#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# kansli init, import and export: everything or nothing, and the same again.
. "${srcdir:-.}/tests/cli/lib.sh"

# head: the hash of the log's last row, which any change alters.
head_of() {
	kansli check --json | sed 's/.*"head":"//; s/".*//'
}

# refuses FILE: the import fails with 1, and nothing has changed.
refuses() {
	before=$(head_of)
	expect_fail 1 kansli import "$@"
	[ "$(head_of)" = "$before" ] || complain 'the register was changed'
}

# matter DNR COMMITTEE TITLE: exchange XML of one matter.
matter() {
	echo "<kansli version=\"1\"><ärende dnr=\"$1\">"
	echo "<nämnd>$2</nämnd><rubrik>$3</rubrik></ärende></kansli>"
}

it 'makes a register, and never over one that is there'
expect_ok kansli init
cp "$KANSLI_DB" copy
expect_fail 3 kansli init
same copy "$KANSLI_DB"

it 'takes the fixtures in the order of their names'
for file in "$ekholm"/0[1-4]*.xml; do
	expect_ok kansli import "$file"
done
expect_ok kansli list committees --json
contains out '"code":"TRN"'
expect_ok kansli list meetings --json
contains out '"TRN/2010-11-23"'

it 'takes tables of people and of matters'
expect_ok kansli import "$ekholm/personer.csv"
expect_ok kansli import --kind matters "$ekholm/arenden.csv"
expect_ok kansli show matter T2010-313-03101
contains out 'Cykelparkering vid Ekholms station'

it 'gives the same export again after an import of it'
expect_ok kansli export --files files
cp out first.xml
expect_ok kansli --db second.db init
expect_ok kansli --db second.db import --files files first.xml
expect_ok kansli --db second.db export
same first.xml out

it 'keeps nothing of a dry run'
matter NY-1 TRN 'Ett nytt ärende' >new.xml
before=$(head_of)
expect_ok kansli import --dry-run new.xml
[ "$(head_of)" = "$before" ] || complain 'the register was changed'
expect_fail 1 kansli show matter NY-1

it 'names file, line and field of a fault, and keeps nothing of the file'
{
	echo '<kansli version="1">'
	echo '<ärende dnr="NY-1"><nämnd>TRN</nämnd><rubrik>A</rubrik></ärende>'
	echo '<ärende dnr="NY-2"><nämnd>XYZ</nämnd><rubrik>B</rubrik></ärende>'
	echo '</kansli>'
} >unknown.xml
refuses unknown.xml
contains err 'unknown.xml:3: '
contains err XYZ
expect_fail 1 kansli show matter NY-1

it 'refuses a registration number that is taken'
matter T2010-313-03101 TRN 'Samma nummer' >taken.xml
refuses taken.xml
contains err T2010-313-03101

it 'refuses a date that does not exist'
echo '<kansli version="1"><sammanträde nämnd="TRN" datum="2010-02-30"/></kansli>' \
    >date.xml
refuses date.xml
contains err 2010-02-30

it 'refuses words that it does not know'
echo '<kansli version="1"><ärendet dnr="NY-1"/></kansli>' >word.xml
refuses word.xml
contains err 'ärendet'

it 'reports at most twenty faults'
{
	echo '<kansli version="1">'
	i=0
	while [ $i -lt 40 ]; do
		echo "<ärende dnr=\"F-$i\"><nämnd>XYZ</nämnd>"
		echo "<rubrik>Fel</rubrik></ärende>"
		i=$((i + 1))
	done
	echo '</kansli>'
} >many.xml
refuses many.xml
[ "$(grep -c XYZ err)" -eq 20 ] || complain 'not twenty faults' err

it 'refuses XML that is broken, empty, or something else'
echo '<kansli version="1"><ärende' >broken.xml
refuses broken.xml
contains err 'broken.xml:2: '
: >empty.xml
refuses empty.xml
echo '<html/>' >other.xml
refuses other.xml
printf '<kansli version="1"><kontor kod="A\377"/></kansli>\n' >latin.xml
refuses latin.xml

it 'opens no entity and no other file'
printf 'hemligt\n' >secret
cat >entity.xml <<-END
<!DOCTYPE kansli [<!ENTITY e SYSTEM "file://$work/secret">]>
<kansli version="1"><kontor kod="AA"><namn>&e;</namn></kontor></kansli>
END
refuses entity.xml
lacks err hemligt
{
	echo '<!DOCTYPE kansli [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">'
	echo '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
	echo '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
	echo '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">'
	echo ']><kansli version="1"><kontor kod="AA"><namn>&d;</namn></kontor></kansli>'
} >bomb.xml
refuses bomb.xml

it 'refuses what is nested too deep'
awk 'BEGIN {
	for (i = 0; i < 5000; i++)
		printf "<kansli>"
}' >deep.xml
refuses deep.xml

it 'refuses tables with a wrong header or a row too short'
printf 'nummer,nämnd\n1,TRN\n' >header.csv
refuses --kind matters header.csv
printf 'dnr,nämnd,rubrik\nNY-1,TRN,"utan slut\n' >quote.csv
refuses --kind matters quote.csv

it 'says when a file is not there'
expect_fail 3 kansli import missing.xml
contains err missing.xml

done_testing
