#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The register and what is read into it: made once, filled all or nothing,
# written out and read again; after whatever is refused it is as before.
. "${srcdir:-.}/tests/cli/lib.sh"

KANSLI_TODAY=2027-03-01
data=$srcdir/tests/data

# exchange FILE: standard input becomes FILE, an exchange file.
exchange() {
	{
		echo '<?xml version="1.0" encoding="UTF-8"?>'
		echo '<kansli version="1">'
		cat
		echo '</kansli>'
	} >"$1"
}

# matter NUMBER TITLE [COMMITTEE]: one matter on one line.
matter() {
	printf '<ärende dnr="%s"><nämnd>%s</nämnd><rubrik>%s</rubrik></ärende>\n' \
	    "$1" "${3:-BYN}" "$2"
}

# ---- made -------------------------------------------------------------------

it 'makes a register that is sound and knows who made it'
expect_ok kansli init
expect_ok kansli check
contains out 'facts: 1'
expect_ok kansli list users
contains out admin

it 'refuses to make it again, and leaves it alone'
refused 3 kansli init
contains err 'already'

it 'makes a register where the command line says'
expect_ok kansli init other.db
exists other.db
expect_fail 3 kansli --db no/such/folder/kansli.db init
[ ! -e no ] || complain 'a folder was made'

# ---- read and written -------------------------------------------------------

it 'reads the example of every construct'
expect_ok kansli import "$data/exchange-example.xml"
contains out 'persons: 11'
contains out 'matters: 2'
contains out 'meetings: 3'
contains err 'tu.odt'
expect_ok kansli check

it 'writes what it has read, and reads that to the same again'
expect_ok kansli export
cp out first.xml
expect_ok kansli --db other.db import first.xml
expect_ok kansli --db other.db export
same first.xml out
expect_ok kansli --db other.db check

it 'counts what a dry run would read, and keeps nothing'
small
exchange more.xml <<EOF
$(matter B2027-0201 'En ny fråga')
EOF
remember
expect_ok kansli import --dry-run more.xml
contains out 'matters: 1'
unchanged
expect_ok kansli import more.xml
expect_ok kansli show matter B2027-0201
contains out 'En ny fråga'

it 'gives attached files out as they came in'
mkdir -p in/bilagor
printf 'one\n' >in/one.txt
head -c 70000 /dev/urandom >in/bilagor/two.bin
exchange in/filer.xml <<'EOF'
<ärende dnr="B2027-0301"><nämnd>BYN</nämnd><rubrik>Med bilagor</rubrik>
<handling fil="one.txt" nr="1"><titel>Ett</titel></handling>
<handling fil="bilagor/two.bin" nr="2"><titel>Två</titel></handling></ärende>
EOF
expect_ok kansli import in/filer.xml
expect_ok kansli export --files files
cp out files/all.xml
same in/one.txt files/one.txt
same in/bilagor/two.bin files/bilagor/two.bin
rm other.db
expect_ok kansli --db other.db init
expect_ok kansli --db other.db import files/all.xml
[ ! -s err ] || complain 'files are missing' err
expect_ok kansli --db other.db export --files again
same files/all.xml out
same in/bilagor/two.bin again/bilagor/two.bin

it 'writes one committee with what belongs to it'
expect_ok kansli export --committee BYN
contains out 'kod="BYN"'
lacks out 'kod="VAN"'
cp out byn.xml
rm other.db
expect_ok kansli --db other.db init
expect_ok kansli --db other.db import byn.xml
expect_fail 1 kansli export --committee NIX
contains err NIX

it 'reads people and matters from tables, with comma or semicolon'
printf '\357\273\277id;förnamn;efternamn;nämnd;roll;från\r\n%s\r\n' \
    'k9;Eva;"Berg; den yngre";BYN;ersättare;2027-01-01' >people.csv
expect_ok kansli import people.csv
contains out 'persons: 1'
contains out 'mandates: 1'
expect_ok kansli show person k9
contains out 'Berg; den yngre'
printf 'dnr,nämnd,rubrik\nB2027-0401,BYN,"Broar, ""gamla"""\n' >matters.csv
expect_ok kansli import matters.csv
expect_ok kansli show matter B2027-0401
contains out 'Broar, "gamla"'
cp people.csv anything
expect_ok kansli import --kind people anything

it 'names line and column of a fault in a table'
printf 'dnr,nämnd,rubrik\nB1,BYN,Ett\nB2,NIX,Två\n' >bad.csv
refused 1 kansli import bad.csv
contains err 'bad.csv:3: '
contains err NIX
printf 'dnr,nämnd,rubrk\nB1,BYN,Ett\n' >bad.csv
refused 1 kansli import bad.csv
contains err 'rubrik'
printf 'dnr,nämnd,rubrik\nB1,BYN,Tv\345\n' >bad.csv
refused 1 kansli import bad.csv
contains err 'UTF-8'

# ---- numbers ----------------------------------------------------------------

it 'gives new matters the next number of the committee'
expect_ok kansli matter register --committee BYN --title 'Första'
contains out 'number: B2027-0001'
expect_ok kansli matter register --committee BYN --title 'Andra'
contains out 'number: B2027-0002'
expect_ok kansli matter register --committee VAN --title 'Utan mall'
contains out 'number: VAN 2027/0001'

it 'skips numbers that were given by hand'
expect_ok kansli matter register --committee BYN --title 'För hand' \
    --number B2027-0003
expect_ok kansli matter register --committee BYN --title 'Därefter'
contains out 'number: B2027-0004'

it 'takes the day by which a matter is to be answered, and tells of it'
refused 1 kansli matter register --committee BYN --title 'Svar' \
    --answer-by imorgon
contains err 'is no day'
expect_ok kansli matter register --committee BYN --title 'Svar på remiss' \
    --answer-by 2999-12-31
contains out 'answer_by: 2999-12-31'
expect_ok kansli show matter B2027-0005
contains out '2999-12-31'

it 'refuses a number that is taken'
refused 1 kansli matter register --committee BYN --title x --number B2027-0001
contains err B2027-0001
exchange again.xml <<EOF
$(matter B2027-0501 'Går bra')
$(matter B2027-0101 'Redan där')
EOF
refused 1 kansli import again.xml
contains err 'again.xml:4: '
contains err 'B2027-0101'
expect_fail 1 kansli show matter B2027-0501

it 'refuses a template that gives every matter the same number'
exchange fix.xml <<'EOF'
<nämnd kod="FIX"><namn>Fixnämnden</namn><diariemall>F{år}</diariemall></nämnd>
EOF
expect_ok kansli import fix.xml
refused 1 kansli matter register --committee FIX --title x
contains err 'F{år}'

it 'asks for what it needs to register'
refused 2 kansli matter register --title x
refused 1 kansli matter register --committee BYN
refused 1 kansli matter register --committee NIX --title x
contains err NIX
refused 1 kansli matter register --committee BYN --title x --kind besult
contains err besult
refused 1 kansli matter register --committee BYN --title x \
    --meeting BYN/2027-01-01
refused 3 kansli matter register --committee BYN --report no-such.odt

# ---- exchange files that are wrong ------------------------------------------

small

it 'names line and element of an unknown committee, and keeps nothing'
exchange bad.xml <<EOF
$(matter B2027-0501 'Går bra')
$(matter B2027-0502 'Går inte' NIX)
EOF
refused 1 kansli import bad.xml
contains err 'bad.xml:4: '
contains err NIX
expect_fail 1 kansli show matter B2027-0501

it 'tells of at most twenty faults, and how many there are'
i=0
while [ $i -lt 30 ]; do
	matter "B2027-06$i" Fel "X$i"
	i=$((i + 1))
done | exchange bad.xml
refused 1 kansli import bad.xml
[ "$(grep -c 'bad.xml:[0-9]' err)" -eq 20 ] || complain 'not twenty' err
contains err 'faults: 30'

it 'refuses broken XML and says where'
printf '<kansli version="1">\n<person\n</kansli>\n' >bad.xml
refused 1 kansli import bad.xml
contains err 'bad.xml:'
: >bad.xml
refused 1 kansli import bad.xml
head -c 1000 /dev/urandom >bad.xml
refused 1 kansli import bad.xml

it 'refuses a document type and entities, from outside and from inside'
echo 'hemligt innehåll' >secret.txt
cat >bad.xml <<EOF
<?xml version="1.0"?>
<!DOCTYPE kansli [<!ENTITY f SYSTEM "$work/secret.txt">]>
<kansli version="1"><kontor kod="K"><namn>&f;</namn></kontor></kansli>
EOF
refused 1 kansli import bad.xml
lacks err 'hemligt innehåll'
cat >bad.xml <<'EOF'
<?xml version="1.0"?>
<!DOCTYPE kansli [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;">]>
<kansli version="1"><kontor kod="K"><namn>&f;&f;&f;</namn></kontor></kansli>
EOF
refused 1 kansli import bad.xml

it 'refuses what does not follow the schema, with the nearest word'
echo '<bok><titel>x</titel></bok>' >bad.xml
refused 1 kansli import bad.xml
exchange bad.xml <<'EOF'
<ärende dnr="B1"><nämnd>BYN</nämnd><rubrk>x</rubrk></ärende>
EOF
refused 1 kansli import bad.xml
contains err 'bad.xml:3: '
contains err rubrik

it 'refuses a date that does not exist'
exchange bad.xml <<'EOF'
<sammanträde nämnd="BYN" datum="2027-02-29"/>
EOF
refused 1 kansli import bad.xml
contains err 'bad.xml:3: '
contains err 2027-02-29

it 'refuses bytes that are no UTF-8'
{
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<kansli version="1">\n'
	printf '<kontor kod="K"><namn>Tv\345</namn></kontor>\n</kansli>\n'
} >bad.xml
refused 1 kansli import bad.xml
contains err bad.xml

it 'refuses XML that is too deep'
awk 'BEGIN {
	printf "<kansli version=\"1\">"
	for (i = 0; i < 20000; i++) printf "<a>"
	for (i = 0; i < 20000; i++) printf "</a>"
	print "</kansli>"
}' >bad.xml
refused 1 kansli import bad.xml

it 'refuses control characters and endless texts'
exchange bad.xml <<EOF
$(matter B1 "$(printf 'a\302\205b')")
EOF
refused 1 kansli import bad.xml
exchange bad.xml <<EOF
$(matter B1 "$(head -c 150000 /dev/zero | tr '\0' x)")
EOF
refused 1 kansli import bad.xml

it 'refuses attached files outside the folder'
for name in ../../secret.txt "$work/secret.txt" a/../../b; do
	exchange bad.xml <<-EOF
	<ärende dnr="B1"><nämnd>BYN</nämnd><rubrik>x</rubrik>
	<handling fil="$name"><titel>x</titel></handling></ärende>
	EOF
	refused 1 kansli import bad.xml
done

it 'refuses a file that is not there, and one that is a folder'
refused 3 kansli import no-such.xml
contains err no-such.xml
mkdir -p folder.xml
refused 3 kansli import folder.xml

it 'keeps the files before a bad one'
exchange good.xml <<EOF
$(matter B2027-0701 'Först')
EOF
expect_fail 1 kansli import good.xml bad.xml
expect_ok kansli show matter B2027-0701
expect_ok kansli check

# ---- reports ----------------------------------------------------------------

odf=application/vnd.oasis.opendocument.text
office='<office:document-content office:version="1.3"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:text>'
cat >content.xml <<EOF
$office
<text:p>Dnr <text:tab/>B2027-0801</text:p>
<text:p>Handläggare: Ivar Ny</text:p>
<text:h text:outline-level="1">Nya cykelställ vid torget</text:h>
<text:h text:outline-level="2">Förslag till beslut</text:h>
<text:list><text:list-item><text:p>Bynämnden köper cykelställ.</text:p></text:list-item>
<text:list-item><text:p>Bynämnden ställer dem vid torget.</text:p></text:list-item></text:list>
<text:h text:outline-level="2">Bakgrund</text:h>
<text:p>Det saknas cykelställ.</text:p>
</office:text></office:body></office:document-content>
EOF
empty='<x/>'

it 'reads title, number, officer and proposal from an official report'
expect_ok "$tool" zip report.odt "mimetype=$odf" content.xml@content.xml
expect_ok kansli matter register --committee BYN --report report.odt \
    --meeting BYN/2027-03-16
contains out 'number: B2027-0801'
contains out 'Nya cykelställ vid torget'
contains out 'Ivar Ny'
contains out 'ställer dem vid torget'
lacks out 'Det saknas'
expect_ok kansli show matter B2027-0801
contains out 'report.odt'
refused 1 kansli matter register --committee BYN --report report.odt

it 'prefers what the command line says of a report'
expect_ok kansli matter register --committee BYN --report report.odt \
    --number B2027-0802 --title 'En annan rubrik'
contains out 'number: B2027-0802'
contains out 'En annan rubrik'

it 'refuses a hostile or broken report'
expect_ok "$tool" zip bomb.odt "mimetype=$odf" 'content.xml*30000000'
expect_ok "$tool" zip outside.odt "mimetype=$odf" content.xml@content.xml \
    "../../outside.txt=x"
expect_ok "$tool" zip absolute.odt "mimetype=$odf" content.xml@content.xml \
    "$work/outside.txt=x"
expect_ok "$tool" zip type.odt 'mimetype=application/zip' \
    content.xml@content.xml
expect_ok "$tool" zip untyped.odt content.xml@content.xml
expect_ok "$tool" zip hollow.odt "mimetype=$odf"
expect_ok "$tool" zip other.odt "mimetype=$odf" "content.xml=$empty"
expect_ok "$tool" zip entity.odt "mimetype=$odf" \
    "content.xml=<!DOCTYPE x [<!ENTITY e SYSTEM 'secret.txt'>]><x>&e;</x>"
head -c $(($(wc -c <report.odt) / 2)) report.odt >cut.odt
: >empty.odt
for bad in bomb outside absolute type untyped hollow other entity cut empty; do
	refused 1 kansli matter register --committee BYN --number B9 --title x \
	    --report $bad.odt
	contains err "$bad.odt"
done
[ ! -e ../outside.txt ] && [ ! -e outside.txt ] ||
    complain 'something was unpacked'

# ---- surroundings -----------------------------------------------------------

it 'waits for a locked register, then says so'
mkfifo hold
"$tool" lock "$KANSLI_DB" <hold >locked &
exec 9>hold
while [ ! -s locked ]; do sleep 0.05; done
expect_fail 3 kansli import more.xml
contains err 'Another program'
expect_ok kansli list matters
exec 9>&-
wait
expect_ok kansli check

it 'says what it needs when the register may not be written'
if [ "$(id -u)" -ne 0 ]; then
	chmod a-w "$KANSLI_DB"
	expect_fail 3 kansli matter register --committee BYN --title x
	chmod u+w "$KANSLI_DB"
fi

it 'refuses a register that is damaged or none at all'
cp "$KANSLI_DB" whole.db
rm -f "$KANSLI_DB"-*
head -c 9000 whole.db >"$KANSLI_DB"
expect_fail 3 kansli list matters
expect_fail 3 kansli import more.xml
expect_fail 3 kansli check
echo 'This is a letter.' >"$KANSLI_DB"
expect_fail 3 kansli list matters
contains err 'not a register'
: >"$KANSLI_DB"
expect_fail 3 kansli list matters
mkdir folder.db
expect_fail 3 kansli --db folder.db list matters
cp whole.db "$KANSLI_DB"

it 'survives a full disk'
i=0
while [ $i -lt 3000 ]; do
	matter "B2027-1$i" "En fråga som tar plats i registret, nummer $i"
	i=$((i + 1))
done | exchange large.xml
remember
size=$(($(wc -c <"$KANSLI_DB") / 512 + 100))
(
	ulimit -f $size
	"$KANSLI" import large.xml >out 2>err
)
status=$?
[ $status -eq 3 ] || complain "exit status $status, not 3" err
[ -s err ] || complain 'nothing was said of it'
unchanged
expect_ok kansli import large.xml
expect_ok kansli check

it 'survives a full disk that is really one'
mkdir disk
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=1500k none disk 2>/dev/null
then
	KANSLI_DB=$work/disk/kansli.db
	small
	refused 3 kansli import large.xml
	umount -l disk
fi

done_testing
