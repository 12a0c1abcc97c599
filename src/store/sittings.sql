-- SPDX-License-Identifier: EUPL-1.2
--
-- Absences reported and deputies called, who presides, breaks, and the lines
-- typed during a meeting.  Parameters as in people.sql.

-- name: absence_report_put
INSERT INTO absence_report(meeting, position, person, reported, reporter,
  starts, ends, why)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: absence_report_clear
DELETE FROM absence_report WHERE meeting = ?1;

-- name: absence_report_get
SELECT meeting, position, person, reported, reporter, starts, ends, why
FROM absence_report WHERE meeting = ?1 ORDER BY position;

-- name: absence_report_canon
SELECT person, reported, reporter, starts, ends, why
FROM absence_report WHERE meeting = ?1 ORDER BY position;

-- name: deputy_call_put
-- ?1 the meeting, ?2 its place among the calls of the report ?6.
INSERT INTO deputy_call(meeting, position, person, asked, answer, report)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: deputy_call_clear
DELETE FROM deputy_call WHERE meeting = ?1;

-- name: deputy_call_get
-- Of the report ?2.
SELECT meeting, position, person, asked, answer FROM deputy_call
WHERE meeting = ?1 AND report = ?2 ORDER BY position;

-- name: deputy_call_canon
SELECT report, person, asked, answer FROM deputy_call
WHERE meeting = ?1 ORDER BY report, position;

-- name: presiding_put
INSERT INTO presiding(meeting, position, person, paragraphs, elected)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: presiding_clear
DELETE FROM presiding WHERE meeting = ?1;

-- name: presiding_get
SELECT meeting, position, person, paragraphs, elected
FROM presiding WHERE meeting = ?1 ORDER BY position;

-- name: presiding_canon
SELECT person, paragraphs, elected
FROM presiding WHERE meeting = ?1 ORDER BY position;

-- name: adjournment_put
INSERT INTO adjournment(meeting, position, paragraph, starts, ends, why)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: adjournment_clear
DELETE FROM adjournment WHERE meeting = ?1;

-- name: adjournment_get
SELECT meeting, position, paragraph, starts, ends, why
FROM adjournment WHERE meeting = ?1 ORDER BY position;

-- name: adjournment_canon
SELECT paragraph, starts, ends, why
FROM adjournment WHERE meeting = ?1 ORDER BY position;

-- name: proceeding_find
SELECT id FROM proceeding WHERE meeting = ?2 AND seq = ?3;

-- name: proceeding_put
INSERT INTO proceeding(id, meeting, seq, text, instant, undone)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, text = excluded.text,
  instant = excluded.instant, undone = excluded.undone;

-- name: proceeding_get
SELECT id, meeting, seq, text, instant, undone FROM proceeding
WHERE meeting = ?1 ORDER BY seq;

-- name: proceeding_canon
SELECT m.key, p.seq, p.text, p.instant, p.undone
FROM proceeding p JOIN meeting m ON m.id = p.meeting WHERE p.id = ?1;
