#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Documents beside each other: all of a year on several processors, two made at
# a time, and files that somebody has edited by hand.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2026-11-30
meeting=KFN/2026-10-13

fresh() {
	rm -rf "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	kansli init >out 2>err || bail 'no register'
	kansli import "$srcdir/tests/data/golden-meeting.xml" >out 2>err ||
	    bail 'no meeting'
}

it 'writes every kind of all meetings'
fresh
expect_ok kansli document --all --to all --jobs 2
for name in KFN-2026-10-13-summons KFN-2026-10-13-minutes \
    KFN-2026-10-13-immediate-minutes-p6 KFN-2026-10-13-notice \
    KFN-2026-10-13-notice-p6 KFN-2026-10-13-extract-p2 \
    KFN-2026-10-13-extract-p6 KFN-2026-10-13-voting-list; do
	exists all/$name.odt all/$name.pdf
	contains out all/$name.pdf
done
exists all/*meeting-dates.odt
[ ! -e all/KFN-2026-10-13-draft-minutes.odt ] ||
    complain 'there is a draft of frozen minutes'
expect_ok kansli check

it 'gives the same bytes as one process, and as one document at a time'
fresh
expect_ok kansli document --all --to one --jobs 1
diff -r all one >difference || complain 'they differ' difference
fresh
expect_ok kansli document $meeting summons minutes voting-list --to single
for file in single/*; do
	same "$file" "all/${file#single/}"
done

it 'issues nothing a second time'
expect_ok kansli document --all --to all --jobs 2
remember
expect_ok kansli document --all --to all --jobs 2
unchanged

it 'takes one committee and one year'
expect_fail 1 kansli document --all --year 2019 --to none
contains err 'There are no such meetings'
expect_ok kansli document --all --committee KFN --year 2026 --format text \
    --to texts
exists texts/KFN-2026-10-13-minutes.txt
[ ! -e texts/KFN-2026-10-13-minutes.pdf ] || complain 'there is a PDF'
expect_fail 1 kansli document --all --committee XXX --to none

it 'names a file that was edited by hand, and writes the others'
rm all/KFN-2026-10-13-notice.pdf
echo x >>all/KFN-2026-10-13-minutes.odt
cp all/KFN-2026-10-13-minutes.odt edited
expect_fail 1 kansli document --all --to all --jobs 2
contains err 'all/KFN-2026-10-13-minutes.odt is not as Kansli wrote it'
lines err 1
same edited all/KFN-2026-10-13-minutes.odt
exists all/KFN-2026-10-13-notice.pdf

it 'overwrites it when told so'
expect_ok kansli document --all --to all --replace
same one/KFN-2026-10-13-minutes.odt all/KFN-2026-10-13-minutes.odt

it 'does not overwrite a document edited by hand, odt or pdf'
expect_ok kansli document $meeting minutes --to hand
echo x >>hand/KFN-2026-10-13-minutes.pdf
refused 1 kansli document $meeting minutes --to hand
contains err 'edited by hand'
contains err 'kansli document take'
contains err '--replace'
expect_ok kansli document $meeting minutes --to hand --replace
same one/KFN-2026-10-13-minutes.pdf hand/KFN-2026-10-13-minutes.pdf

it 'overwrites what it wrote itself, though the record has changed since'
cat >later.xml <<-'END'
	<kansli version="1"><organisation><namn>Ekholms kommun</namn></organisation></kansli>
END
expect_ok kansli document $meeting voting-list --to hand
expect_ok kansli import later.xml
expect_ok kansli document $meeting voting-list --to hand
! cmp -s one/KFN-2026-10-13-voting-list.odt \
    hand/KFN-2026-10-13-voting-list.odt ||
    complain 'the document is as before'

it 'refuses to write where a folder stands'
mkdir -p hand/KFN-2026-10-13-summons.odt
refused 3 kansli document $meeting summons --to hand

it 'writes what has been issued while another program holds the register'
expect_ok kansli document $meeting minutes --to here
mkfifo hold
"$tool" lock "$KANSLI_DB" <hold >locked &
exec 9>hold
while [ ! -s locked ]; do sleep 0.05; done
expect_ok kansli document $meeting minutes --to there
exec 9>&-
wait
same here/KFN-2026-10-13-minutes.pdf there/KFN-2026-10-13-minutes.pdf

# The maker waits for the register, and sleeps while another changes it.
it 'makes it again when facts were changed while it was made'
fresh
rm -f locked
"$tool" lock "$KANSLI_DB" <hold >locked &
exec 9>hold
while [ ! -s locked ]; do sleep 0.05; done
"$KANSLI" document $meeting voting-list --format odt --to again \
    >made 2>complaints 9>&- &
maker=$!
sleep 1
kill -STOP $maker
exec 9>&-
expect_ok kansli import later.xml
kill -CONT $maker
wait
exists again/KFN-2026-10-13-voting-list.odt
[ ! -s complaints ] || complain 'there are complaints' complaints
expect_ok kansli list issued --json
[ "$(tr '{' '\n' <out | grep -c voting-list)" -eq 1 ] ||
    complain 'it was not issued once' out
if command -v unzip >/dev/null; then
	unzip -p again/KFN-2026-10-13-voting-list.odt meta.xml >meta
	contains meta 'Ekholms kommun'
fi
expect_ok kansli check

it 'lets several programs make documents at a time'
fresh
for kind in summons minutes notice voting-list action-list; do
	"$KANSLI" document $meeting $kind --to many >many-$kind 2>&1 &
	"$KANSLI" document $meeting $kind --to more >more-$kind 2>&1 &
done
wait
diff -r many more >difference || complain 'they differ' difference
lines many-summons 2
lines more-notice 2
expect_ok kansli check
expect_ok kansli list issued --json
[ "$(tr '{' '\n' <out | grep -c '"kind":"minutes"')" -eq 2 ] ||
    complain 'the minutes were issued more than once' out

it 'is called rightly'
expect_fail 2 kansli document --all $meeting
expect_fail 2 kansli document --all --jobs many
expect_fail 2 kansli document --all --jobs 0
expect_fail 2 kansli document --all --format doc --to x
expect_ok kansli user add lisa --role reader
expect_fail 1 kansli --as lisa document --all --to x

done_testing
