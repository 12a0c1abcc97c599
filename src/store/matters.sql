-- SPDX-License-Identifier: EUPL-1.2
--
-- Matters with their proposals, recipients and documents; running numbers;
-- blobs and the documents issued.  Parameters as in people.sql.

-- name: matter_find
SELECT id FROM matter WHERE number = ?3;

-- name: matter_put
INSERT INTO matter(id, number, committee, title, department, unit, officer,
  kind, appeal, secret_provision, secret_date, secret_authority, neutral_title,
  meeting, registered, answer_by, authority)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
  ?18)
ON CONFLICT (id) DO UPDATE SET number = excluded.number,
  committee = excluded.committee, title = excluded.title,
  department = excluded.department, unit = excluded.unit,
  officer = excluded.officer, kind = excluded.kind, appeal = excluded.appeal,
  secret_provision = excluded.secret_provision,
  secret_date = excluded.secret_date,
  secret_authority = excluded.secret_authority,
  neutral_title = excluded.neutral_title, meeting = excluded.meeting,
  registered = excluded.registered, answer_by = excluded.answer_by,
  authority = excluded.authority;

-- name: matter_get
SELECT id, 0, number, committee, title, department, unit, officer, kind,
  appeal, secret_provision, secret_date, secret_authority, neutral_title,
  meeting, registered, answer_by, authority
FROM matter WHERE number = ?1;

-- name: matter_all
SELECT id, 0, number, committee, title, department, unit, officer, kind,
  appeal, secret_provision, secret_date, secret_authority, neutral_title,
  meeting, registered, answer_by, authority
FROM matter
WHERE :committee IS NULL OR committee = :committee
  OR number IN (SELECT i.number FROM meeting m JOIN item i ON i.meeting = m.id
    WHERE m.committee = :committee)
ORDER BY number;

-- name: matter_of_meeting
SELECT id, 0, number, committee, title, department, unit, officer, kind,
  appeal, secret_provision, secret_date, secret_authority, neutral_title,
  meeting, registered, answer_by, authority
FROM matter
WHERE number IN (SELECT number FROM item WHERE meeting = ?1)
ORDER BY number;

-- name: matter_canon
SELECT CASE WHEN authority = 0 THEN number END, committee, title, department,
  unit, officer, kind, appeal, secret_provision, secret_date, secret_authority,
  neutral_title, meeting, registered, answer_by
FROM matter WHERE id = ?1;

-- name: matter_canon2
SELECT number, committee, title, department, unit, officer, kind, appeal,
  secret_provision, secret_date, secret_authority, neutral_title, meeting,
  registered, answer_by, authority
FROM matter WHERE id = ?1;

-- name: matter_names
SELECT number FROM matter ORDER BY number;

-- name: matter_has
SELECT 1 FROM matter WHERE number = ?1;

-- name: matter_for
-- Registered for the meeting ?1, or for an earlier one that was cancelled, and
-- on no agenda of one that is held, unless it was referred back there.
SELECT number FROM matter
WHERE (meeting = ?1 OR meeting IN (SELECT c.key
    FROM meeting t JOIN meeting c ON c.committee = t.committee
    WHERE t.key = ?1 AND c.state = 'inställt' AND c.day < t.day))
  AND NOT EXISTS (SELECT 1 FROM item JOIN meeting t ON t.id = item.meeting
    WHERE item.number = matter.number AND item.removed IS NULL
      AND t.state <> 'inställt'
      AND NOT EXISTS (SELECT 1 FROM paragraph p
        WHERE p.meeting = t.id AND p.item = item.nr
          AND p.outcome = 'återremiss'))
ORDER BY id;

-- name: matter_wishing
SELECT number FROM matter WHERE meeting = ?1 ORDER BY id;

-- name: matter_proposal_put
INSERT INTO matter_proposal(matter, position, text) VALUES (?1, ?2, ?3);

-- name: matter_proposal_clear
DELETE FROM matter_proposal WHERE matter = ?1;

-- name: matter_proposal_get
SELECT text FROM matter_proposal WHERE matter = ?1 ORDER BY position;

-- name: matter_proposal_canon
SELECT text FROM matter_proposal WHERE matter = ?1 ORDER BY position;

-- name: matter_recipient_put
INSERT INTO matter_recipient(matter, position, name) VALUES (?1, ?2, ?3);

-- name: matter_recipient_clear
DELETE FROM matter_recipient WHERE matter = ?1;

-- name: matter_recipient_get
SELECT name FROM matter_recipient WHERE matter = ?1 ORDER BY position;

-- name: matter_recipient_canon
SELECT name FROM matter_recipient WHERE matter = ?1 ORDER BY position;

-- name: document_find
SELECT id FROM document WHERE matter = ?2 AND nr = ?3;

-- name: document_put
INSERT INTO document(id, matter, nr, kind, title, date, direction,
  correspondent, publish, secret_provision, secret_date, secret_authority,
  neutral_title, file, sha256, size)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
ON CONFLICT (id) DO UPDATE SET matter = excluded.matter, nr = excluded.nr,
  kind = excluded.kind, title = excluded.title, date = excluded.date,
  direction = excluded.direction, correspondent = excluded.correspondent,
  publish = excluded.publish, secret_provision = excluded.secret_provision,
  secret_date = excluded.secret_date,
  secret_authority = excluded.secret_authority,
  neutral_title = excluded.neutral_title, file = excluded.file,
  sha256 = excluded.sha256, size = excluded.size;

-- name: document_get
SELECT id, matter, nr, kind, title, date, direction, correspondent, publish,
  secret_provision, secret_date, secret_authority, neutral_title, file, sha256,
  size
FROM document WHERE matter = ?1 ORDER BY nr;

-- name: document_canon
-- The matter by its number: an identifier alone would not show a document that
-- has been moved.
SELECT m.number, d.nr, d.kind, d.title, d.date, d.direction, d.correspondent,
  d.publish, d.secret_provision, d.secret_date, d.secret_authority,
  d.neutral_title, d.file, d.sha256, d.size
FROM document d JOIN matter m ON m.id = d.matter WHERE d.id = ?1;

-- name: counter_next
INSERT INTO counter(committee, year, series, last) VALUES (?1, ?2, ?3, 1)
ON CONFLICT (committee, year, series) DO UPDATE SET last = counter.last + 1
RETURNING last;

-- name: blob_put
INSERT INTO blob(sha256, size, type, bytes) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (sha256) DO NOTHING;

-- name: blob_get
SELECT bytes FROM blob WHERE sha256 = ?1;

-- name: blob_has
SELECT 1 FROM blob WHERE sha256 = ?1;

-- name: blob_all
SELECT sha256, size, bytes FROM blob ORDER BY sha256;

-- name: blob_use
-- What holds the blob ?1, for people.
SELECT f.fact, f.key FROM fact_key f
JOIN (SELECT 'document' AS fact, id FROM document WHERE sha256 = ?1
  UNION ALL SELECT 'issued', id FROM issued WHERE sha256 = ?1
  UNION ALL SELECT 'record', id FROM frozen_record WHERE sha256 = ?1
  UNION ALL SELECT 'organisation', id FROM organisation
    WHERE picture_sha256 = ?1
  UNION ALL SELECT 'minutes', id FROM minutes
    WHERE record_sha256 = ?1 OR pdf_sha256 = ?1
  UNION ALL SELECT 'annexes', meeting FROM annex WHERE sha256 = ?1
  UNION ALL SELECT 'version', id FROM agenda_version WHERE record_sha256 = ?1
  UNION ALL SELECT 'template', id FROM template WHERE sha256 = ?1
) u ON u.fact = f.fact AND u.id = f.id
LIMIT 1;

-- name: issued_put
INSERT INTO issued(id, meeting, kind, paragraphs, format, sha256,
  record_sha256, template_sha256, build, day)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO UPDATE SET meeting = excluded.meeting,
  kind = excluded.kind, paragraphs = excluded.paragraphs,
  format = excluded.format, sha256 = excluded.sha256,
  record_sha256 = excluded.record_sha256,
  template_sha256 = excluded.template_sha256, build = excluded.build,
  day = excluded.day;

-- name: issued_latest
SELECT id, 0, meeting, kind, paragraphs, format, sha256, record_sha256,
  template_sha256, build, day
FROM issued
WHERE (meeting = ?1 OR (meeting IS NULL AND ?1 IS NULL)) AND kind = ?2
  AND COALESCE(paragraphs, '') = COALESCE(?3, '') AND format = ?4
  AND (?5 IS NULL OR record_sha256 = ?5)
ORDER BY id DESC LIMIT 1;

-- name: issued_last
-- The last that the committee ?1 issued of the kind ?2 in the format ?3.
SELECT i.id, 0, i.meeting, i.kind, i.paragraphs, i.format, i.sha256,
  i.record_sha256, i.template_sha256, i.build, i.day
FROM issued i JOIN meeting m ON m.key = i.meeting
WHERE m.committee = ?1 AND i.kind = ?2 AND i.format = ?3
ORDER BY m.day DESC, i.id DESC LIMIT 1;

-- name: issued_has
SELECT 1 FROM issued
WHERE (meeting = ?1 OR (meeting IS NULL AND ?1 IS NULL)) AND kind = ?2
  AND sha256 = ?3 LIMIT 1;

-- name: issued_canon
SELECT meeting, kind, paragraphs, format, sha256, record_sha256,
  template_sha256, build, day
FROM issued WHERE id = ?1;
