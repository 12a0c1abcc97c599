-- SPDX-License-Identifier: EUPL-1.2
--
-- Plans of a year, with all their versions; steps that are done; meetings that
-- move.  Parameters as in people.sql.

-- name: plan_find
SELECT id FROM plan WHERE year = ?3;

-- name: plan_put
INSERT INTO plan(id, year, current, adopted) VALUES (?1, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET year = excluded.year,
  current = excluded.current, adopted = excluded.adopted;

-- name: plan_get
SELECT id, 0, year, current, adopted FROM plan WHERE year = ?1;

-- name: plan_canon
SELECT year, current, adopted FROM plan WHERE id = ?1;

-- name: plan_version_last
SELECT COALESCE(MAX(v.version), 0) FROM plan p
JOIN plan_version v ON v.plan = p.id WHERE p.year = ?1;

-- name: plan_version_has
SELECT 1 FROM plan p JOIN plan_version v ON v.plan = p.id
WHERE p.year = ?1 AND v.version = ?2;

-- name: plan_version_put
INSERT INTO plan_version(plan, version, from_version, how, cost, bound, status,
  made)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: plan_version_get
-- Of the year ?1 (NULL: all) the version ?2: 0 the current, NULL all.
SELECT p.id, v.version, v.from_version, v.how, v.cost, v.bound, v.status,
  v.made, p.year, p.current = v.version, COALESCE(p.adopted, 0) = v.version
FROM plan p JOIN plan_version v ON v.plan = p.id
WHERE (?1 IS NULL OR p.year = ?1)
  AND (?2 IS NULL OR v.version = ?2 OR (?2 = 0 AND v.version = p.current))
ORDER BY p.year, v.version;

-- name: plan_version_canon
SELECT version, from_version, how, cost, bound, status, made
FROM plan_version WHERE plan = ?1 ORDER BY version;

-- name: plan_meeting_put
INSERT INTO plan_meeting(plan, position, version, committee, nr, day, starts,
  ends, room, fixed, meeting)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
  (SELECT id FROM meeting WHERE key = ?11));

-- name: plan_meeting_get
-- Of the plan ?1, version ?2.
SELECT x.plan, x.position, x.version, x.committee, x.nr, x.day, x.starts,
  x.ends, x.room, x.fixed, m.key
FROM plan_meeting x LEFT JOIN meeting m ON m.id = x.meeting
WHERE x.plan = ?1 AND x.version = ?2
ORDER BY x.day, COALESCE(x.starts, ''), x.committee, x.nr;

-- name: plan_meeting_canon
SELECT version, position, committee, nr, day, starts, ends, room, fixed,
  meeting
FROM plan_meeting WHERE plan = ?1 ORDER BY version, position;

-- name: done_find
SELECT id FROM step_done WHERE meeting = ?2 AND step = ?3;

-- name: done_put
INSERT INTO step_done(id, meeting, step, day, account)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET step = excluded.step, day = excluded.day,
  account = excluded.account;

-- name: done_get
SELECT d.id, d.meeting, d.step, d.day, d.account
FROM meeting m JOIN step_done d ON d.meeting = m.id
WHERE m.key = ?1 ORDER BY d.day, d.step;

-- name: done_delete
DELETE FROM step_done WHERE id = ?1;

-- name: done_canon
SELECT meeting, step, day, account FROM step_done WHERE id = ?1;

-- name: meeting_now
-- The present key of what has or had the key ?1; a meeting that has it goes
-- before those that had it, and of those the one that left it last.
SELECT key FROM (
  SELECT key, 1 AS rank, '' AS changed FROM meeting WHERE key = ?1
  UNION ALL SELECT m.key, 2, COALESCE(m.changed, '')
    FROM meeting_moved x JOIN meeting m ON m.id = x.meeting WHERE x.key = ?1)
ORDER BY rank, changed DESC LIMIT 1;

-- name: meeting_last_of_day
SELECT COALESCE(MAX(seq), 0) FROM meeting WHERE committee = ?1 AND day = ?2;

-- name: move_defer
PRAGMA defer_foreign_keys = ON;

-- name: move_meeting
UPDATE meeting SET key = ?2, day = ?3, seq = ?4, sequence = sequence + 1,
  changed = ?5
WHERE id = ?1;

-- name: move_remember
INSERT INTO meeting_moved(meeting, position, key)
VALUES (?1,
  (SELECT COUNT(*) + 1 FROM meeting_moved WHERE meeting = ?1), ?2);

-- name: move_matters
UPDATE matter SET meeting = ?2 WHERE meeting = ?1;

-- name: move_issued
UPDATE issued SET meeting = ?2 WHERE meeting = ?1;

-- name: move_items
UPDATE item SET previous_key = ?2 || substr(previous_key, length(?1) + 1)
WHERE substr(previous_key, 1, length(?1) + 1) = ?1 || ' ';

-- name: move_facts
-- What names the meeting ?1, whose key is ?2, in its canonical form.
SELECT 'meeting', ?1
UNION ALL SELECT 'item', id FROM item
  WHERE meeting = ?1 OR substr(previous_key, 1, length(?2) + 1) = ?2 || ' '
UNION ALL SELECT 'version', id FROM agenda_version WHERE meeting = ?1
UNION ALL SELECT 'paragraph', id FROM paragraph WHERE meeting = ?1
UNION ALL SELECT 'minutes', id FROM minutes WHERE meeting = ?1
UNION ALL SELECT 'delivery', id FROM delivery WHERE meeting = ?1
UNION ALL SELECT 'override', id FROM deadline_override WHERE meeting = ?1
UNION ALL SELECT 'record', id FROM frozen_record WHERE meeting = ?1
UNION ALL SELECT 'approval', a.id FROM minutes n
  JOIN approval a ON a.minutes = n.id WHERE n.meeting = ?1
UNION ALL SELECT 'rejection', r.id FROM minutes n
  JOIN rejection r ON r.minutes = n.id WHERE n.meeting = ?1
UNION ALL SELECT 'correction', id FROM correction WHERE meeting = ?1
UNION ALL SELECT 'appeal', id FROM appeal WHERE meeting = ?1
UNION ALL SELECT 'force', id FROM legal_force WHERE meeting = ?1
UNION ALL SELECT 'proceeding', id FROM proceeding WHERE meeting = ?1
UNION ALL SELECT 'matter', id FROM matter WHERE meeting = ?2
UNION ALL SELECT 'issued', id FROM issued WHERE meeting = ?2;

-- name: meeting_moved_put
INSERT INTO meeting_moved(meeting, position, key) VALUES (?1, ?2, ?3);

-- name: meeting_moved_get
SELECT key FROM meeting_moved WHERE meeting = ?1 ORDER BY position;

-- name: meeting_moved_canon
SELECT key FROM meeting_moved WHERE meeting = ?1 ORDER BY position;

-- name: meeting_before
-- The meeting ?1, or with the key ?2, as calendars know it.
SELECT id, uid, sequence, changed, day, starts, ends, place, state
FROM meeting WHERE id = ?1 OR (?1 = 0 AND key = ?2);

-- name: meeting_of_uid
-- Another meeting than ?2 that has the uid ?1.
SELECT key FROM meeting WHERE uid = ?1 AND id <> ?2;
