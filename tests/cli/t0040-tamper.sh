#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Whoever changes the register outside Kansli is found out: each kind of change
# gives one line, and exit status 1; what cannot be read gives 3.
. "${srcdir:-.}/tests/cli/lib.sh"

command -v sqlite3 >/dev/null || skip 'sqlite3 is not installed, which changes \
registers behind the program'"'"'s back here'

meeting=BYN/2027-03-16
KANSLI_TODAY=2027-03-08
small
step() {
	kansli "$@" >out 2>err || bail "kansli $* failed"
}
step agenda build $meeting
step agenda publish $meeting
step agenda add $meeting B2027-0104
step agenda publish $meeting
KANSLI_TODAY=2027-03-17
step import "$srcdir/tests/data/litet-protokoll.xml"
step minutes freeze $meeting
step minutes adjust $meeting
step notice post $meeting
step document $meeting minutes --to issued
cp "$KANSLI_DB" sound.db
triggers=$(sqlite3 sound.db \
    "SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger'")
head=$(kansli check --json | sed 's/.*"head":"\([0-9a-f]*\)".*/\1/')

# behind SQL: a sound register, changed by hand; the guards of the log are put
# back afterwards.
behind() {
	rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	cp sound.db "$KANSLI_DB"
	printf '%s\n' 'DROP TRIGGER event_no_update;' \
	    'DROP TRIGGER event_no_delete;' "$1;" "$triggers" >script.sql
	sqlite3 -bail "$KANSLI_DB" <script.sql >out 2>err ||
	    complain 'sqlite3 failed' err script.sql
}

# found SQL TEXT...: the change is found, with one line, and it has the texts.
found() {
	behind "$1"
	shift
	expect_fail 1 kansli check
	for text; do
		sed -n 1p err >first
		contains first "$text"
	done
	lines err 2
	sed -n 2p err >last
	contains last '1 findings'
	[ ! -s out ] || complain 'it prints an answer' out
}

it 'finds nothing in a sound register'
expect_ok kansli check
expect_ok kansli check --head "$head"
behind ''
expect_ok kansli check --head "$head"

# ---- facts ------------------------------------------------------------------

it 'finds a fact that was changed, by its name'
found "UPDATE matter SET title = 'x' WHERE number = 'B2027-0101'" B2027-0101 \
    'event '
found "UPDATE person SET party = 'L' WHERE ref = 'k4'" k4
found "UPDATE meeting SET place = 'Annan' WHERE key = '$meeting'" $meeting
found "UPDATE item SET title = 'Annat' WHERE nr = '1' AND meeting =
    (SELECT id FROM meeting WHERE key = '$meeting')" "$meeting 1"
found "UPDATE minutes SET adjusted = '2027-03-18'" $meeting
found "UPDATE account SET role = 'reader'"
found "UPDATE delivery SET sent = '2027-03-19'" Bykontoret

it 'finds a changed part of a fact'
found "UPDATE matter_proposal SET text = 'Bynämnden avslår.' WHERE matter =
    (SELECT id FROM matter WHERE number = 'B2027-0101')" B2027-0101
found "UPDATE decision SET text = 'Bynämnden avslår.' WHERE paragraph =
    (SELECT id FROM paragraph WHERE nr = 3)" "$meeting 3"
found "DELETE FROM attendance WHERE person = 'k3'" $meeting
found "DELETE FROM minutes_signer WHERE person = 'k2'" $meeting
found "INSERT INTO committee_standing VALUES
    ((SELECT id FROM committee WHERE code = 'VAN'), 1, 'Nytt')" VAN
found "INSERT INTO account_committee VALUES
    ((SELECT id FROM account), 1, 'BYN')"

it 'finds a fact that was added'
found "INSERT INTO department VALUES (99, 'NYK', 'Nykontoret')" NYK
found "INSERT INTO account VALUES (99, 'mallory', 'admin', 'mallory')" mallory

it 'finds a fact that was taken away'
found "DELETE FROM matter_proposal WHERE matter =
    (SELECT id FROM matter WHERE number = 'B2027-0104')" B2027-0104
behind "DELETE FROM matter WHERE number = 'B2027-0105'"
expect_fail 1 kansli check
contains err removed
found "DELETE FROM mandate WHERE person = 'k4'" 'removed'
found "DELETE FROM account" 'removed'

it 'finds dates and states that were changed'
found "UPDATE meeting SET state = 'inställt' WHERE key = '$meeting'" $meeting
found "UPDATE minutes SET state = 'nedtaget', taken_down = '2027-03-18'" \
    $meeting

it 'finds a state that Kansli does not know'
behind "UPDATE meeting SET state = 'nonsens' WHERE key = '$meeting'"
expect_fail 1 kansli check
contains err nonsens

# ---- bytes ------------------------------------------------------------------

it 'finds changed bytes of a frozen record'
found "UPDATE blob SET bytes = CAST(replace(CAST(bytes AS TEXT),
    'godkänner', 'avslår') AS BLOB)
    WHERE sha256 = (SELECT record_sha256 FROM minutes LIMIT 1)" "$meeting"
found "UPDATE minutes SET record_sha256 =
    (SELECT record_sha256 FROM agenda_version LIMIT 1)" $meeting

it 'finds changed bytes of an issued document'
found "UPDATE blob SET bytes = zeroblob(length(bytes)) WHERE sha256 =
    (SELECT sha256 FROM issued WHERE format = 'pdf' AND kind = 'minutes'
    ORDER BY id DESC LIMIT 1)" minutes
found "UPDATE issued SET day = '2027-01-01' WHERE id =
    (SELECT max(id) FROM issued WHERE format = 'pdf')" minutes

it 'finds bytes that are gone'
behind "DELETE FROM blob WHERE sha256 =
    (SELECT sha256 FROM issued WHERE format = 'pdf')"
expect_fail 1 kansli check
behind "UPDATE blob SET bytes = x'' WHERE sha256 =
    (SELECT sha256 FROM issued WHERE format = 'pdf')"
expect_fail 1 kansli check

# ---- the log ----------------------------------------------------------------

it 'finds a changed row of the log'
found "UPDATE event SET account = 'mallory' WHERE seq = 12" 'Row 12'
found "UPDATE event SET instant = '2020-01-01T00:00:00Z' WHERE seq = 1" 'Row 1'
found "UPDATE event SET verb = 'x' WHERE seq = (SELECT max(seq) FROM event)"
behind "UPDATE event SET hash = '$head' WHERE seq = 12"
expect_fail 1 kansli check
contains err 'Row 12'

it 'finds rows taken out of the log'
behind "DELETE FROM event WHERE seq BETWEEN 20 AND 22"
expect_fail 1 kansli check
contains err '20 to 22'
behind "DELETE FROM event WHERE seq = 1"
expect_fail 1 kansli check
contains err '1 to 1'

it 'finds a log that was cut, against a head kept elsewhere'
behind "DELETE FROM issued WHERE id IN (SELECT fact_id FROM event
    WHERE fact = 'issued' AND seq > (SELECT max(seq) FROM event
    WHERE fact = 'minutes'));
    DELETE FROM frozen_record WHERE id IN (SELECT fact_id FROM event
    WHERE fact = 'record' AND seq > (SELECT max(seq) FROM event
    WHERE fact = 'minutes'));
    DELETE FROM event WHERE seq > (SELECT max(seq) FROM event
    WHERE fact = 'minutes')"
expect_ok kansli check
expect_fail 1 kansli check --head "$head"
contains err "$head"
lines err 2

it 'finds an emptied log'
behind "DELETE FROM event"
expect_fail 1 kansli check

it 'refuses a head that is none'
behind ''
expect_fail 1 kansli check --head 0123
expect_fail 1 kansli check --head "$(echo "$head" | tr 0-9a-f 1-9a-f0)"

# ---- the file ---------------------------------------------------------------

it 'finds guards of the log that were taken away, and new ones'
cp sound.db "$KANSLI_DB"
sqlite3 "$KANSLI_DB" 'DROP TRIGGER event_no_delete'
expect_fail 1 kansli check
contains err event_no_delete
lines err 2
cp sound.db "$KANSLI_DB"
sqlite3 "$KANSLI_DB" 'CREATE TRIGGER sly AFTER INSERT ON matter BEGIN
    UPDATE matter SET title = 1; END'
expect_fail 1 kansli check
contains err sly

it 'finds a row that refers to nothing'
behind "UPDATE item SET meeting = 4711 WHERE nr = '1'"
expect_fail 1 kansli check
contains err item

it 'goes on after the first finding'
behind "UPDATE matter SET title = 'x' WHERE number = 'B2027-0101';
    UPDATE person SET party = 'L' WHERE ref = 'k4';
    UPDATE event SET account = 'mallory' WHERE seq = 12"
expect_fail 1 kansli check
lines err 4
contains err '3 findings'

it 'does not repair what it finds'
cp "$KANSLI_DB" changed.db
expect_fail 1 kansli check
same changed.db "$KANSLI_DB"

it 'calls a register that cannot be read unreadable'
pages=$(($(wc -c <sound.db) / 4096))
cp sound.db "$KANSLI_DB"
dd if=/dev/urandom of="$KANSLI_DB" bs=4096 seek=$((pages / 2)) count=4 \
    conv=notrunc 2>dd
expect_fail 3 kansli check
head -c 6000 sound.db >"$KANSLI_DB"
expect_fail 3 kansli check
head -c 50000 /dev/urandom >"$KANSLI_DB"
expect_fail 3 kansli check
rm "$KANSLI_DB"
expect_fail 3 kansli check
cp sound.db "$KANSLI_DB"
sqlite3 "$KANSLI_DB" 'PRAGMA user_version = 99'
expect_fail 3 kansli check
contains err newer
cp sound.db "$KANSLI_DB"
sqlite3 "$KANSLI_DB" 'PRAGMA application_id = 1'
expect_fail 3 kansli check

it 'still finds the sound one sound'
cp sound.db "$KANSLI_DB"
expect_ok kansli check --head "$head"

done_testing
