#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What happened at a meeting and after it goes into the register and out again
# unchanged, bit by bit too, and tells nobody what only the secretariat may know.
. "${srcdir:-.}/tests/cli/lib.sh"

KANSLI_TODAY=2010-08-10
key=FSN/2010-06-15
register 01 02 04-tidigare-FSN

# nowhere WORD FILE...: none of the files holds the word.
nowhere() {
	word=$1
	shift
	for file; do
		case $file in
		*.odt) unzip -p "$file" >plain 2>/dev/null || continue ;;
		*.pdf) pdftotext "$file" plain 2>/dev/null || continue ;;
		*) cp "$file" plain ;;
		esac
		! grep -qi "$word" plain || complain "$file tells of $word"
	done
}

it 'exports what it imported, and the same again'
expect_ok kansli export
mv out first.xml
cp "$ekholm/ekholm.png" .
KANSLI_DB=$work/other.db
expect_ok kansli init
expect_ok kansli import first.xml
expect_ok kansli check
expect_ok kansli export
cmp -s out first.xml || complain 'the exports differ' out
for word in 'svar="kommer inte"' 'utslagsröst="ja"' 'prövat="inte jäv"' \
    'val sluten="ja"' '<underkännande' '<avbrott' '<rättelse' \
    'saknas="en beräkning' 'mål="1234-10"' '<laga-kraft' 'Vilma Kvist'; do
	contains out "$word"
done
KANSLI_DB=$work/kansli.db

it 'takes what came later without losing what is there'
cat >later.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<kansli version="1">
<sammanträde nämnd="FSN" datum="2010-06-15">
<överklagande-mål nr="1" paragraf="2" inkom="2010-07-05" hos="kommun" tid="i tid" domstol="Förvaltningsrätten i Ekholm" mål="1234-10" utfall="avslag" avgjort="2010-08-09"><av>Torghandlare Vilma Kvist</av></överklagande-mål>
<laga-kraft paragraf="3" förfrågan="2010-08-10" domstol="Förvaltningsrätten i Ekholm" svar-av="Sofia Brandt"/>
</sammanträde>
</kansli>
END
expect_ok kansli import later.xml
expect_ok kansli check
expect_ok kansli export
contains out 'utfall="avslag"'
contains out 'laga-kraft paragraf="3"'
contains out 'laga-kraft paragraf="4"'
contains out 'svar="kommer inte"'
contains out '<avbrott'
expect_ok kansli list events --json
[ "$(grep -o '"fact":"appeal"' out | wc -l)" -eq 2 ] ||
    complain 'the appeal has not one row of the log for each import' out

it 'keeps people out of the log'
if command -v sqlite3 >/dev/null; then
	sqlite3 "$KANSLI_DB" 'SELECT * FROM event' >log
	contains log appeal
	nowhere Vilma log
	nowhere tjänsteresa log
	nowhere Fiskhandlare log
fi

it 'publishes neither who appealed nor why somebody was away'
expect_ok kansli publish --to site
find site -type f >files
[ "$(wc -l <files)" -gt 5 ] || complain 'there is no site' files
# shellcheck disable=SC2046 # our own file names have no blanks
nowhere 'Vilma' $(cat files)
# shellcheck disable=SC2046
nowhere tjänsteresa $(cat files)
# shellcheck disable=SC2046
nowhere 'Min reservation' $(cat files)

it 'prints it in no document'
expect_ok kansli document $key minutes published-minutes \
    provisional-minutes notice attendance-list voting-list dissent \
    --to issued --format odt,pdf,html,text
# shellcheck disable=SC2046
nowhere Vilma $(cat out)
# shellcheck disable=SC2046
nowhere tjänsteresa $(cat out)

it 'tells every fault with its line'
cat >faults.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<kansli version="1">
<sammanträde nämnd="FSN" datum="2010-09-15">
<förfall person="ingen-alls"/>
<jäv paragraf="1"/>
<paragraf nr="1"><fråga på="y1"/></paragraf>
<bilaga nr="1"/><bilaga nr="1"/>
<laga-kraft paragraf="1" sedan="2010-13-01"/>
</sammanträde>
</kansli>
END
expect_fail 1 kansli import faults.xml
contains err 'faults.xml:5: jäv:'
contains err 'faults.xml:6: på:'
contains err 'faults.xml:7: bilaga:'
contains err 'faults.xml:8: sedan:'
sed -i '/<jäv\|<paragraf\|<bilaga\|sedan/d' faults.xml
expect_fail 1 kansli import faults.xml
contains err 'faults.xml:4: person:'
contains err 'ingen-alls'

done_testing
