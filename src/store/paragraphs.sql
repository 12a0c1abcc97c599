-- SPDX-License-Identifier: EUPL-1.2
--
-- What a paragraph holds besides what meetings.sql has: questions, elections,
-- commissions, texts that were rewritten.  Parameters as in people.sql.

-- name: question_put
INSERT INTO question(paragraph, position, kind, carried, division)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: question_clear
DELETE FROM question WHERE paragraph = ?1;

-- name: question_get
SELECT paragraph, position, kind, carried, division
FROM question WHERE paragraph = ?1 ORDER BY position;

-- name: question_canon
SELECT kind, carried, division
FROM question WHERE paragraph = ?1 ORDER BY position;

-- name: election_put
INSERT INTO election(paragraph, position, office, first_day, last_day, secret)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: election_clear
DELETE FROM election WHERE paragraph = ?1;

-- name: election_get
SELECT paragraph, position, office, first_day, last_day, secret
FROM election WHERE paragraph = ?1 ORDER BY position;

-- name: election_canon
SELECT office, first_day, last_day, secret
FROM election WHERE paragraph = ?1 ORDER BY position;

-- name: commission_put
INSERT INTO commission(paragraph, position, point, responsible, due, text,
  reported, reported_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: commission_clear
DELETE FROM commission WHERE paragraph = ?1;

-- name: commission_get
SELECT paragraph, position, point, responsible, due, text, reported,
  reported_at
FROM commission WHERE paragraph = ?1 ORDER BY position;

-- name: commission_canon
SELECT point, responsible, due, text, reported, reported_at
FROM commission WHERE paragraph = ?1 ORDER BY position;

-- name: edited_text_put
INSERT INTO edited_text(paragraph, position, part, text, was)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: edited_text_clear
DELETE FROM edited_text WHERE paragraph = ?1;

-- name: edited_text_get
SELECT paragraph, position, part, text, was
FROM edited_text WHERE paragraph = ?1 ORDER BY position;

-- name: edited_text_canon
SELECT part, text, was
FROM edited_text WHERE paragraph = ?1 ORDER BY position;

-- name: paragraph_name_put
INSERT INTO paragraph_name(paragraph, part, part_position, position, name)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: paragraph_name_clear
DELETE FROM paragraph_name WHERE paragraph = ?1;

-- name: paragraph_name_get
SELECT name FROM paragraph_name
WHERE paragraph = ?1 AND part = ?2 AND part_position = ?3 ORDER BY position;

-- name: paragraph_name_canon
SELECT part, part_position, name FROM paragraph_name
WHERE paragraph = ?1 ORDER BY part, part_position, position;
