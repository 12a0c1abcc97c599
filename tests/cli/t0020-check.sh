#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# kansli check: what was changed behind the program's back is found.
. "${srcdir:-.}/tests/cli/lib.sh"
command -v sqlite3 >out || skip 'sqlite3 is not installed'

KANSLI_TODAY=2010-11-16
register 01 02 03-arenden-TRN 04-sammantraden
kansli agenda publish TRN/2010-11-23 >out 2>err || bail 'not published'
kansli document TRN/2010-11-23 summons --format odt --to out.d >out 2>err ||
    bail 'no summons'
head=$(kansli check --json | sed 's/.*"head":"//; s/".*//')
sqlite3 "$KANSLI_DB" 'PRAGMA wal_checkpoint(TRUNCATE)' >out
cp "$KANSLI_DB" whole.db

# tampered SQL [ARGUMENT...]: with this done to the register, check exits with 1
# and names what it found; without it, with 0.
tampered() {
	rm -f tampered.db*
	cp whole.db tampered.db
	sqlite3 tampered.db "PRAGMA foreign_keys = OFF; $1" >out 2>err ||
	    complain "sqlite3 did not take: $1" err
	cmp -s whole.db tampered.db && complain "nothing was changed: $1"
	shift
	expect_fail 1 kansli --db tampered.db check "$@"
}

# Triggers of the register's own may stand in the way of a clumsy hand.
open_up=$(sqlite3 whole.db "SELECT 'DROP TRIGGER \"' || name || '\";'
    FROM sqlite_master WHERE type = 'trigger'" | tr '\n' ' ')

it 'finds nothing in a register that is whole'
expect_ok kansli check
expect_ok kansli check --head "$head"

it 'finds a changed fact'
tampered "$open_up UPDATE matter SET title = 'Något annat'
    WHERE number = 'T2010-102-00311'"
contains err T2010-102-00311
tampered "$open_up UPDATE person SET last = 'Annan' WHERE rowid = 1"

it 'finds a fact that was added or taken away'
tampered "$open_up DELETE FROM mandate WHERE rowid = 1"
tampered "$open_up INSERT INTO department (code, name) VALUES ('ZZ', 'Nytt')"

it 'finds a changed row of the log, and one that was cut out'
tampered "$open_up UPDATE event SET verb = 'nothing' WHERE seq = 5"
tampered "$open_up DELETE FROM event WHERE seq = 5"

it 'finds a log that was cut, if it is told where it ended'
tampered "$open_up DELETE FROM event
    WHERE seq = (SELECT max(seq) FROM event)" --head "$head"
expect_fail 1 kansli check --head \
    ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff

it 'still knows an earlier head when the log has grown'
expect_ok kansli agenda add TRN/2010-11-23 --title 'Övriga frågor'
expect_ok kansli check --head "$head"

it 'finds changed bytes of a kept document'
tampered "$open_up UPDATE blob SET bytes = x'00'
    WHERE rowid = (SELECT min(rowid) FROM blob)"

it 'says when the register cannot be read'
head -c 3000 whole.db >cut.db
expect_fail 3 kansli --db cut.db check
echo 'This is no database, whatever its name may say.' >text.db
expect_fail 3 kansli --db text.db check
expect_fail 3 kansli --db missing.db check

done_testing
