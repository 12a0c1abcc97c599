-- SPDX-License-Identifier: EUPL-1.2
--
-- What becomes of the minutes: approvals and rejections, interruptions of the
-- notice, warnings somebody answers for, annexes, corrections, appeals, legal
-- force.  Parameters as in people.sql.

-- name: minutes_has_id
SELECT 1 FROM minutes WHERE id = ?1;

-- name: approval_find
SELECT id FROM approval
WHERE minutes = ?2 AND person = ?3 AND day = ?4
  AND COALESCE(instant, '') = COALESCE(?5, '')
  AND COALESCE(record_sha256, '') = COALESCE(?6, '');

-- name: approval_put
INSERT INTO approval(id, minutes, person, day, instant, record_sha256,
  pdf_sha256, evidence_sha256, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET person = excluded.person, day = excluded.day,
  instant = excluded.instant, record_sha256 = excluded.record_sha256,
  pdf_sha256 = excluded.pdf_sha256,
  evidence_sha256 = excluded.evidence_sha256, withdrawn = excluded.withdrawn;

-- name: approval_get
SELECT id, minutes, person, day, instant, record_sha256, pdf_sha256,
  evidence_sha256, withdrawn
FROM approval WHERE minutes = ?1 ORDER BY id;

-- name: approval_canon
SELECT m.key, n.seq, a.person, a.day, a.instant, a.record_sha256, a.pdf_sha256,
  a.evidence_sha256, a.withdrawn
FROM approval a JOIN minutes n ON n.id = a.minutes
JOIN meeting m ON m.id = n.meeting WHERE a.id = ?1;

-- name: rejection_find
SELECT id FROM rejection
WHERE minutes = ?2 AND person = ?3 AND day = ?4
  AND COALESCE(record_sha256, '') = COALESCE(?6, '');

-- name: rejection_put
INSERT INTO rejection(id, minutes, person, day, comment, record_sha256)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET person = excluded.person, day = excluded.day,
  comment = excluded.comment, record_sha256 = excluded.record_sha256;

-- name: rejection_get
SELECT id, minutes, person, day, comment, record_sha256
FROM rejection WHERE minutes = ?1 ORDER BY id;

-- name: rejection_canon
SELECT m.key, n.seq, r.person, r.day, r.comment, r.record_sha256
FROM rejection r JOIN minutes n ON n.id = r.minutes
JOIN meeting m ON m.id = n.meeting WHERE r.id = ?1;

-- name: interruption_put
INSERT INTO interruption(minutes, position, first_day, back, why)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: interruption_clear
DELETE FROM interruption WHERE minutes = ?1;

-- name: interruption_get
SELECT minutes, position, first_day, back, why
FROM interruption WHERE minutes = ?1 ORDER BY position;

-- name: interruption_canon
SELECT first_day, back, why
FROM interruption WHERE minutes = ?1 ORDER BY position;

-- name: accepted_warning_put
INSERT INTO accepted_warning(minutes, position, code, paragraph, account, day,
  why)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: accepted_warning_clear
DELETE FROM accepted_warning WHERE minutes = ?1;

-- name: accepted_warning_get
SELECT minutes, position, code, paragraph, account, day, why
FROM accepted_warning WHERE minutes = ?1 ORDER BY position;

-- name: accepted_warning_canon
SELECT code, paragraph, account, day, why
FROM accepted_warning WHERE minutes = ?1 ORDER BY position;

-- name: annex_put
INSERT INTO annex(meeting, position, nr, kind, paragraph, place, title, file,
  sha256)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: annex_clear
DELETE FROM annex WHERE meeting = ?1;

-- name: annex_get
SELECT meeting, position, nr, kind, paragraph, place, title, file, sha256
FROM annex WHERE meeting = ?1 ORDER BY nr, position;

-- name: annex_canon
SELECT nr, kind, paragraph, place, title, file, sha256
FROM annex WHERE meeting = ?1 ORDER BY position;

-- name: correction_find
SELECT id FROM correction
WHERE meeting = ?2 AND paragraph = ?3 AND day = ?4
  AND COALESCE(was, '') = COALESCE(?5, '');

-- name: correction_put
INSERT INTO correction(id, meeting, paragraph, day, was, correct, why, adjusted)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET paragraph = excluded.paragraph,
  day = excluded.day, was = excluded.was, correct = excluded.correct,
  why = excluded.why, adjusted = excluded.adjusted;

-- name: correction_get
SELECT id, meeting, paragraph, day, was, correct, why, adjusted
FROM correction WHERE meeting = ?1 ORDER BY id;

-- name: correction_canon
SELECT m.key, c.paragraph, c.day, c.was, c.correct, c.why, c.adjusted
FROM correction c JOIN meeting m ON m.id = c.meeting WHERE c.id = ?1;

-- name: correction_signer_put
INSERT INTO correction_signer(correction, position, person)
VALUES (?1, ?2, ?3);

-- name: correction_signer_clear
DELETE FROM correction_signer WHERE correction = ?1;

-- name: correction_signer_get
SELECT person FROM correction_signer WHERE correction = ?1 ORDER BY position;

-- name: correction_signer_canon
SELECT person FROM correction_signer WHERE correction = ?1 ORDER BY position;

-- name: appeal_find
SELECT id FROM appeal WHERE meeting = ?2 AND nr = ?3;

-- name: appeal_put
INSERT INTO appeal(id, meeting, nr, paragraph, appellant, received, place,
  timely, tried, forwarded, court, case_number, stayed, outcome, decided,
  reported_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
ON CONFLICT (id) DO UPDATE SET nr = excluded.nr,
  paragraph = excluded.paragraph, appellant = excluded.appellant,
  received = excluded.received, place = excluded.place,
  timely = excluded.timely, tried = excluded.tried,
  forwarded = excluded.forwarded, court = excluded.court,
  case_number = excluded.case_number, stayed = excluded.stayed,
  outcome = excluded.outcome, decided = excluded.decided,
  reported_at = excluded.reported_at;

-- name: appeal_get
SELECT id, meeting, nr, paragraph, appellant, received, place, timely, tried,
  forwarded, court, case_number, stayed, outcome, decided, reported_at
FROM appeal WHERE meeting = ?1 ORDER BY nr;

-- name: appeal_canon
SELECT m.key, a.nr, a.paragraph, a.appellant, a.received, a.place, a.timely,
  a.tried, a.forwarded, a.court, a.case_number, a.stayed, a.outcome, a.decided,
  a.reported_at
FROM appeal a JOIN meeting m ON m.id = a.meeting WHERE a.id = ?1;

-- name: force_find
SELECT id FROM legal_force WHERE meeting = ?2 AND paragraph = ?3;

-- name: force_put
INSERT INTO legal_force(id, meeting, paragraph, asked, court, answered_by,
  county_board, since)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET paragraph = excluded.paragraph,
  asked = excluded.asked, court = excluded.court,
  answered_by = excluded.answered_by, county_board = excluded.county_board,
  since = excluded.since;

-- name: force_get
SELECT id, meeting, paragraph, asked, court, answered_by, county_board, since
FROM legal_force WHERE meeting = ?1 ORDER BY paragraph;

-- name: force_canon
SELECT m.key, f.paragraph, f.asked, f.court, f.answered_by, f.county_board,
  f.since
FROM legal_force f JOIN meeting m ON m.id = f.meeting WHERE f.id = ?1;
