-- SPDX-License-Identifier: EUPL-1.2
--
-- The log, and what the check reads.

-- name: event_put
INSERT INTO event(seq, instant, account, verb, fact, fact_id, form, fact_hash,
  prev_hash, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

-- name: event_last
SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1;

-- name: event_facts_since
-- Records and documents are made of facts; they change none.
SELECT 1 FROM event
WHERE seq > ?1 AND fact NOT IN ('record', 'issued') LIMIT 1;

-- name: event_of_fact
SELECT fact_hash, seq, instant, form FROM event
WHERE fact = ?1 AND fact_id = ?2 ORDER BY seq DESC LIMIT 1;

-- name: event_next_id
-- An identifier is never used twice, even after its fact is gone.
SELECT COALESCE(MAX(fact_id), 0) + 1 FROM event WHERE fact = ?1;

-- name: event_all
SELECT seq, instant, account, verb, fact, fact_id, form, fact_hash, prev_hash,
  hash
FROM event ORDER BY seq;

-- name: event_facts
-- The last row of every fact that has one and is not gone.
SELECT e.fact, e.fact_id, e.seq, e.instant FROM event e
WHERE e.fact_hash <> '' AND e.fact <> 'register'
  AND e.seq = (SELECT MAX(x.seq) FROM event x
    WHERE x.fact = e.fact AND x.fact_id = e.fact_id)
ORDER BY e.seq;

-- name: fact_all
SELECT fact, id, key FROM fact_key;

-- name: fact_has
SELECT 1 FROM fact_key WHERE fact = ?1 AND id = ?2;

-- name: state_all
SELECT 'meeting', key, state FROM meeting
UNION ALL SELECT 'minutes', m.key || ' ' || n.seq, n.state
  FROM minutes n JOIN meeting m ON m.id = n.meeting
UNION ALL SELECT 'delivery', m.key || ' ' || d.paragraph || ' ' || d.recipient,
  d.state
  FROM delivery d JOIN meeting m ON m.id = d.meeting;

-- name: dangling
-- What a commit has refused: a council may be saved before whom it assists.
SELECT assisted FROM committee_assists
WHERE assisted NOT IN (SELECT code FROM committee)
LIMIT 1;

-- name: file_integrity
PRAGMA integrity_check(20);

-- name: file_references
PRAGMA foreign_key_check;

-- name: schema_all
SELECT name, type, sql FROM sqlite_schema
WHERE name NOT LIKE 'sqlite_%' ORDER BY name;

-- name: schema_one
SELECT sql FROM sqlite_schema WHERE name = ?1;
