-- SPDX-License-Identifier: EUPL-1.2
--
-- Meetings and everything that belongs to one.  Parameters as in people.sql.

-- name: meeting_find
SELECT id FROM meeting WHERE key = ?3;

-- name: meeting_put
INSERT INTO meeting(id, key, committee, day, seq, number, starts, ends, place,
  state, why, uid, sequence, changed, open, extra)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (id) DO UPDATE SET key = excluded.key,
  committee = excluded.committee, day = excluded.day, seq = excluded.seq,
  number = excluded.number, starts = excluded.starts, ends = excluded.ends,
  place = excluded.place, state = excluded.state, why = excluded.why,
  uid = excluded.uid, sequence = excluded.sequence, changed = excluded.changed,
  open = excluded.open, extra = excluded.extra;

-- name: meeting_get
SELECT id, 0, key, committee, day, seq, number, starts, ends, place, state,
  why, uid, sequence, changed, open, extra
FROM meeting WHERE key = ?1;

-- name: meeting_all
SELECT id, 0, key, committee, day, seq, number, starts, ends, place, state,
  why, uid, sequence, changed, open, extra
FROM meeting WHERE :committee IS NULL OR committee = :committee
ORDER BY key;

-- name: meeting_canon
-- Written by version 2 of the register and before.  What came later must still
-- be as the migration set it.
SELECT CASE WHEN uid = REPLACE(key, '/', '-') AND sequence = 0
    AND changed IS NULL AND why IS NULL AND open = 0 AND extra = 0 THEN key END,
  committee, day, seq, number, starts, ends, place, state
FROM meeting WHERE id = ?1;

-- name: meeting_canon2
-- Written by version 3.
SELECT CASE WHEN open = 0 AND extra = 0 THEN key END, committee, day, seq,
  number, starts, ends, place, state, why, uid, sequence, changed
FROM meeting WHERE id = ?1;

-- name: meeting_canon3
SELECT key, committee, day, seq, number, starts, ends, place, state, why, uid,
  sequence, changed, open, extra
FROM meeting WHERE id = ?1;

-- name: meeting_names
-- Of the committee ?1, or all.
SELECT key FROM meeting WHERE ?1 IS NULL OR committee = ?1 ORDER BY key;

-- name: meeting_has
SELECT 1 FROM meeting WHERE key = ?1;

-- name: meeting_has_id
SELECT 1 FROM meeting WHERE id = ?1;

-- name: item_put
INSERT INTO item(id, meeting, position, nr, number, title, unit, note, mark,
  late, immediate, handed_out, standing, version, removed, previous,
  previous_key)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
  ?17)
ON CONFLICT (id) DO UPDATE SET meeting = excluded.meeting,
  position = excluded.position, nr = excluded.nr, number = excluded.number,
  title = excluded.title, unit = excluded.unit, note = excluded.note,
  mark = excluded.mark, late = excluded.late, immediate = excluded.immediate,
  handed_out = excluded.handed_out, standing = excluded.standing,
  version = excluded.version, removed = excluded.removed,
  previous = excluded.previous, previous_key = excluded.previous_key;

-- name: item_get
SELECT i.id, i.meeting, i.position, i.nr, i.number, i.title, i.unit, i.note,
  i.mark, i.late, i.immediate, i.handed_out, i.standing, i.version, i.removed,
  i.previous, COALESCE(i.previous_key, m.key || ' ' || p.nr)
FROM item i
LEFT JOIN item p ON p.id = i.previous
LEFT JOIN meeting m ON m.id = p.meeting
WHERE i.meeting = ?1 ORDER BY i.position, i.id;

-- name: item_canon
SELECT m.key, i.position, i.nr, i.number, i.title, i.unit, i.note, i.mark,
  i.late, i.immediate, i.handed_out, i.standing, i.version, i.removed,
  i.previous, i.previous_key
FROM item i JOIN meeting m ON m.id = i.meeting WHERE i.id = ?1;

-- name: item_version
SELECT COALESCE(version, 0) FROM item WHERE id = ?1 AND meeting = ?2;

-- name: item_delete
DELETE FROM item WHERE id = ?1;

-- name: item_by_nr
-- The item numbered ?2 of the meeting with the key ?1.
SELECT i.id FROM meeting m JOIN item i ON i.meeting = m.id
WHERE m.key = ?1 AND i.nr = ?2 AND i.removed IS NULL;

-- name: item_open
-- Tabled or referred back before the day ?2, and nobody has taken it up: no item
-- continues it, and its matter has not been on an agenda since.
SELECT i.id, m.key, i.nr, i.number,
  COALESCE(i.title, p.title, x.title), m.day, p.outcome, p.tabled_to,
  m.seq AS seq, i.position AS position
FROM meeting m
JOIN paragraph p ON p.meeting = m.id AND p.outcome IN ('bordlagt', 'återremiss')
JOIN item i ON i.meeting = m.id AND i.nr = p.item AND i.removed IS NULL
LEFT JOIN matter x ON x.number = i.number
WHERE m.committee = ?1 AND m.day < ?2
  AND NOT EXISTS (SELECT 1 FROM item n
    WHERE n.previous = i.id AND n.removed IS NULL)
  AND NOT EXISTS (SELECT 1 FROM item n
    WHERE n.previous_key = m.key || ' ' || i.nr AND n.removed IS NULL)
  AND NOT EXISTS (SELECT 1 FROM item n JOIN meeting t ON t.id = n.meeting
    WHERE n.number = i.number AND n.removed IS NULL
      AND t.committee = ?1 AND t.day > m.day AND t.day < ?2)
UNION ALL
-- Of a cancelled meeting everything waits that nobody has taken up.
SELECT i.id, m.key, i.nr, i.number, COALESCE(i.title, x.title), m.day,
  'bordlagt', NULL, m.seq AS seq, i.position AS position
FROM meeting m
JOIN item i ON i.meeting = m.id AND i.nr IS NOT NULL AND i.removed IS NULL
  AND i.standing = 0
LEFT JOIN matter x ON x.number = i.number
WHERE m.committee = ?1 AND m.day < ?2 AND m.state = 'inställt'
  AND NOT EXISTS (SELECT 1 FROM item n
    WHERE n.previous = i.id AND n.removed IS NULL)
  AND NOT EXISTS (SELECT 1 FROM item n
    WHERE n.previous_key = m.key || ' ' || i.nr AND n.removed IS NULL)
ORDER BY 6, seq, position;

-- name: item_heir
-- A meeting that has taken over an item of the meeting ?1.
SELECT m.key FROM item i
JOIN item n ON n.previous = i.id AND n.removed IS NULL
JOIN meeting m ON m.id = n.meeting
WHERE i.meeting = ?1 LIMIT 1;

-- name: meeting_next
-- The first meeting to come of the committee ?1 after the day ?2 and number ?3.
SELECT key FROM meeting
WHERE committee = ?1 AND state IN ('planerat', 'kallat')
  AND (day > ?2 OR (day = ?2 AND seq > ?3))
ORDER BY day, seq LIMIT 1;

-- name: version_find
SELECT id FROM agenda_version WHERE meeting = ?2 AND version = ?3;

-- name: version_put
INSERT INTO agenda_version(id, meeting, version, published, record_sha256)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET version = excluded.version,
  published = excluded.published, record_sha256 = excluded.record_sha256;

-- name: version_get
SELECT id, meeting, version, published, record_sha256 FROM agenda_version
WHERE meeting = ?1 ORDER BY version;

-- name: version_canon
SELECT m.key, v.version, v.published, v.record_sha256
FROM agenda_version v JOIN meeting m ON m.id = v.meeting WHERE v.id = ?1;

-- name: attendance_put
INSERT INTO attendance(meeting, position, person, paragraphs, serves_for,
  serving, remote, starts, ends)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: attendance_clear
DELETE FROM attendance WHERE meeting = ?1;

-- name: attendance_get
SELECT meeting, position, person, paragraphs, serves_for, serving, remote,
  starts, ends
FROM attendance WHERE meeting = ?1 ORDER BY position;

-- name: attendance_canon
SELECT person, paragraphs, serves_for, serving, remote, starts, ends
FROM attendance WHERE meeting = ?1 ORDER BY position;

-- name: other_put
INSERT INTO other_present(meeting, position, name, paragraphs, kind, starts,
  ends, remote)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: other_clear
DELETE FROM other_present WHERE meeting = ?1;

-- name: other_get
SELECT meeting, position, name, paragraphs, kind, starts, ends, remote
FROM other_present WHERE meeting = ?1 ORDER BY position;

-- name: other_canon
-- Written by version 3 of the register and before; so conflict_canon and
-- approver_canon, which also sees to it that nothing of the new tables is there.
SELECT CASE WHEN kind IS NULL AND starts IS NULL AND ends IS NULL AND remote = 0
    THEN name END,
  paragraphs
FROM other_present WHERE meeting = ?1 ORDER BY position;

-- name: other_canon2
SELECT name, paragraphs, kind, starts, ends, remote FROM other_present
WHERE meeting = ?1 ORDER BY position;

-- name: conflict_put
INSERT INTO disqualification(meeting, position, person, name, paragraph, ground,
  contested, rejected)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: conflict_clear
DELETE FROM disqualification WHERE meeting = ?1;

-- name: conflict_get
SELECT meeting, position, person, name, paragraph, ground, contested, rejected
FROM disqualification WHERE meeting = ?1 ORDER BY position;

-- name: conflict_canon
SELECT CASE WHEN name IS NULL AND contested = 0 AND rejected = 0
    THEN person END,
  paragraph, ground
FROM disqualification WHERE meeting = ?1 ORDER BY position;

-- name: conflict_canon2
SELECT person, name, paragraph, ground, contested, rejected
FROM disqualification WHERE meeting = ?1 ORDER BY position;

-- name: approver_put
INSERT INTO approver(meeting, position, person) VALUES (?1, ?2, ?3);

-- name: approver_clear
DELETE FROM approver WHERE meeting = ?1;

-- name: approver_get
SELECT person FROM approver WHERE meeting = ?1 ORDER BY position;

-- name: approver_canon
SELECT person FROM (
  SELECT 1 AS part, position, person FROM approver WHERE meeting = ?1
  UNION ALL SELECT 2, position, person FROM absence_report WHERE meeting = ?1
  UNION ALL SELECT 3, position, person FROM presiding WHERE meeting = ?1
  UNION ALL SELECT 4, position, why FROM adjournment WHERE meeting = ?1)
ORDER BY part, position;

-- name: approver_canon2
SELECT person FROM approver WHERE meeting = ?1 ORDER BY position;

-- name: paragraph_delete
DELETE FROM paragraph WHERE id = ?1;

-- name: paragraph_find
SELECT id FROM paragraph WHERE meeting = ?2 AND nr = ?3;

-- name: paragraph_put
INSERT INTO paragraph(id, meeting, nr, item, title, background, procedure,
  outcome, tabled_to, referred_to, missing, doors, rapporteur, reasons, appeal)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (id) DO UPDATE SET meeting = excluded.meeting, nr = excluded.nr,
  item = excluded.item, title = excluded.title,
  background = excluded.background, procedure = excluded.procedure,
  outcome = excluded.outcome, tabled_to = excluded.tabled_to,
  referred_to = excluded.referred_to, missing = excluded.missing,
  doors = excluded.doors, rapporteur = excluded.rapporteur,
  reasons = excluded.reasons, appeal = excluded.appeal;

-- name: paragraph_get
SELECT id, meeting, nr, item, title, background, procedure, outcome, tabled_to,
  referred_to, missing, doors, rapporteur, reasons, appeal
FROM paragraph WHERE meeting = ?1 ORDER BY nr;

-- name: paragraph_canon
-- Written by version 3 of the register and before; so division_canon and
-- dissent_canon.
SELECT CASE WHEN COALESCE(p.tabled_to, p.referred_to, p.missing, p.rapporteur,
        p.reasons, p.appeal) IS NULL AND p.doors = 0
      AND NOT EXISTS (SELECT 1 FROM question WHERE paragraph = ?1)
      AND NOT EXISTS (SELECT 1 FROM election WHERE paragraph = ?1)
      AND NOT EXISTS (SELECT 1 FROM commission WHERE paragraph = ?1)
      AND NOT EXISTS (SELECT 1 FROM edited_text WHERE paragraph = ?1)
      AND NOT EXISTS (SELECT 1 FROM paragraph_name WHERE paragraph = ?1)
    THEN m.key END,
  p.nr, p.item, p.title, p.background, p.procedure, p.outcome
FROM paragraph p JOIN meeting m ON m.id = p.meeting WHERE p.id = ?1;

-- name: paragraph_canon2
SELECT m.key, p.nr, p.item, p.title, p.background, p.procedure, p.outcome,
  p.tabled_to, p.referred_to, p.missing, p.doors, p.rapporteur, p.reasons,
  p.appeal
FROM paragraph p JOIN meeting m ON m.id = p.meeting WHERE p.id = ?1;

-- name: paragraph_highest
SELECT MAX(p.nr) FROM meeting m JOIN paragraph p ON p.meeting = m.id
WHERE m.committee = ?1 AND m.day >= ?2 AND m.day <= ?3 AND m.day < ?4;

-- name: proposal_put
INSERT INTO proposal(paragraph, position, ref, kind, text, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: proposal_clear
DELETE FROM proposal WHERE paragraph = ?1;

-- name: proposal_get
SELECT paragraph, position, ref, kind, text, withdrawn FROM proposal
WHERE paragraph = ?1 ORDER BY position;

-- name: proposal_canon
SELECT ref, kind, text, withdrawn FROM proposal
WHERE paragraph = ?1 ORDER BY position;

-- name: division_put
INSERT INTO division(paragraph, position, yes, no, text, secret, casting, lots,
  carried, yes_count, no_count, abstain_count, absent_count)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);

-- name: division_clear
DELETE FROM division WHERE paragraph = ?1;

-- name: division_get
SELECT paragraph, position, yes, no, text, secret, casting, lots, carried,
  yes_count, no_count, abstain_count, absent_count
FROM division WHERE paragraph = ?1 ORDER BY position;

-- name: division_canon
SELECT CASE WHEN secret = 0 AND casting = 0 AND lots = 0 AND carried IS NULL
      AND COALESCE(yes_count, no_count, abstain_count, absent_count) IS NULL
    THEN yes ELSE 'x' || COALESCE(yes, '') END,
  no, text
FROM division WHERE paragraph = ?1 ORDER BY position;

-- name: division_canon2
SELECT yes, no, text, secret, casting, lots, carried, yes_count, no_count,
  abstain_count, absent_count
FROM division WHERE paragraph = ?1 ORDER BY position;

-- name: ballot_put
INSERT INTO ballot(paragraph, division, position, person, vote)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: ballot_clear
DELETE FROM ballot WHERE paragraph = ?1;

-- name: ballot_get
SELECT paragraph, division, person, vote FROM ballot
WHERE paragraph = ?1 AND division = ?2 ORDER BY position;

-- name: ballot_canon
SELECT division, person, vote FROM ballot
WHERE paragraph = ?1 ORDER BY division, position;

-- name: decision_put
INSERT INTO decision(paragraph, position, text) VALUES (?1, ?2, ?3);

-- name: decision_clear
DELETE FROM decision WHERE paragraph = ?1;

-- name: decision_get
SELECT text FROM decision WHERE paragraph = ?1 ORDER BY position;

-- name: decision_canon
SELECT text FROM decision WHERE paragraph = ?1 ORDER BY position;

-- name: dissent_put
INSERT INTO dissent(paragraph, position, text, announced, late, motivated)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: dissent_clear
DELETE FROM dissent WHERE paragraph = ?1;

-- name: dissent_get
SELECT paragraph, position, text, announced, late, motivated FROM dissent
WHERE paragraph = ?1 ORDER BY position;

-- name: dissent_canon
SELECT CASE WHEN announced IS NULL AND late = 0 AND motivated IS NULL
    THEN text ELSE 'x' || COALESCE(text, '') END
FROM dissent WHERE paragraph = ?1 ORDER BY position;

-- name: dissent_canon2
SELECT text, announced, late, motivated FROM dissent
WHERE paragraph = ?1 ORDER BY position;

-- name: statement_put
INSERT INTO statement(paragraph, position, kind, text)
VALUES (?1, ?2, ?3, ?4);

-- name: statement_clear
DELETE FROM statement WHERE paragraph = ?1;

-- name: statement_get
SELECT paragraph, position, kind, text FROM statement
WHERE paragraph = ?1 ORDER BY position;

-- name: statement_canon
SELECT kind, text FROM statement WHERE paragraph = ?1 ORDER BY position;

-- name: paragraph_person_put
INSERT INTO paragraph_person(paragraph, part, part_position, position, person)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: paragraph_person_clear
DELETE FROM paragraph_person WHERE paragraph = ?1;

-- name: paragraph_person_get
SELECT person FROM paragraph_person
WHERE paragraph = ?1 AND part = ?2 AND part_position = ?3 ORDER BY position;

-- name: paragraph_person_canon
SELECT part, part_position, person FROM paragraph_person
WHERE paragraph = ?1 ORDER BY part, part_position, position;

-- name: paragraph_recipient_put
INSERT INTO paragraph_recipient(paragraph, position, name)
VALUES (?1, ?2, ?3);

-- name: paragraph_recipient_clear
DELETE FROM paragraph_recipient WHERE paragraph = ?1;

-- name: paragraph_recipient_get
SELECT name FROM paragraph_recipient WHERE paragraph = ?1 ORDER BY position;

-- name: paragraph_recipient_canon
SELECT name FROM paragraph_recipient WHERE paragraph = ?1 ORDER BY position;

-- name: minutes_find
SELECT id FROM minutes WHERE meeting = ?2 AND seq = ?3;

-- name: minutes_put
INSERT INTO minutes(id, meeting, seq, paragraphs, state, adjusted, posted,
  taken_down, record_sha256, pdf_sha256, version, superseded, announced)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (id) DO UPDATE SET meeting = excluded.meeting, seq = excluded.seq,
  paragraphs = excluded.paragraphs, state = excluded.state,
  adjusted = excluded.adjusted, posted = excluded.posted,
  taken_down = excluded.taken_down, record_sha256 = excluded.record_sha256,
  pdf_sha256 = excluded.pdf_sha256, version = excluded.version,
  superseded = excluded.superseded, announced = excluded.announced;

-- name: minutes_get
SELECT id, meeting, seq, paragraphs, state, adjusted, posted, taken_down,
  record_sha256, pdf_sha256, version, superseded, announced
FROM minutes WHERE meeting = ?1 ORDER BY seq;

-- name: minutes_canon
-- Written by version 3 of the register and before.
SELECT CASE WHEN COALESCE(n.pdf_sha256, n.superseded, n.announced) IS NULL
      AND n.version = 0
      AND NOT EXISTS (SELECT 1 FROM interruption WHERE minutes = ?1)
      AND NOT EXISTS (SELECT 1 FROM accepted_warning WHERE minutes = ?1)
    THEN m.key END,
  n.seq, n.paragraphs, n.state, n.adjusted, n.posted, n.taken_down,
  n.record_sha256
FROM minutes n JOIN meeting m ON m.id = n.meeting WHERE n.id = ?1;

-- name: minutes_canon2
SELECT m.key, n.seq, n.paragraphs, n.state, n.adjusted, n.posted, n.taken_down,
  n.record_sha256, n.pdf_sha256, n.version, n.superseded, n.announced
FROM minutes n JOIN meeting m ON m.id = n.meeting WHERE n.id = ?1;

-- name: minutes_signer_put
INSERT INTO minutes_signer(minutes, position, person) VALUES (?1, ?2, ?3);

-- name: minutes_signer_clear
DELETE FROM minutes_signer WHERE minutes = ?1;

-- name: minutes_signer_get
SELECT person FROM minutes_signer WHERE minutes = ?1 ORDER BY position;

-- name: minutes_signer_canon
SELECT person FROM minutes_signer WHERE minutes = ?1 ORDER BY position;

-- name: delivery_find
SELECT id FROM delivery
WHERE meeting = ?2 AND paragraph = ?3 AND recipient = ?4;

-- name: delivery_put
INSERT INTO delivery(id, meeting, paragraph, recipient, way, state, sent,
  receipted)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET meeting = excluded.meeting,
  paragraph = excluded.paragraph, recipient = excluded.recipient,
  way = excluded.way, state = excluded.state, sent = excluded.sent,
  receipted = excluded.receipted;

-- name: delivery_get
SELECT id, meeting, paragraph, recipient, way, state, sent, receipted
FROM delivery WHERE meeting = ?1 ORDER BY paragraph, id;

-- name: delivery_canon
SELECT m.key, d.paragraph, d.recipient, d.way, d.state, d.sent, d.receipted
FROM delivery d JOIN meeting m ON m.id = d.meeting WHERE d.id = ?1;

-- name: override_find
SELECT id FROM deadline_override WHERE meeting = ?2 AND step = ?3;

-- name: override_put
INSERT INTO deadline_override(id, meeting, step, why, day)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET step = excluded.step, why = excluded.why,
  day = excluded.day;

-- name: override_get
SELECT o.id, o.meeting, o.step, o.why, o.day
FROM meeting m JOIN deadline_override o ON o.meeting = m.id
WHERE m.key = ?1 ORDER BY o.day, o.step;

-- name: override_canon
SELECT m.key, o.step, o.why, o.day
FROM deadline_override o JOIN meeting m ON m.id = o.meeting WHERE o.id = ?1;

-- name: record_find
SELECT id FROM frozen_record WHERE meeting = ?2 AND kind = ?3 AND sha256 = ?4;

-- name: record_put
INSERT INTO frozen_record(id, meeting, kind, sha256, day)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, sha256 = excluded.sha256,
  day = excluded.day;

-- name: record_count
SELECT COUNT(*) FROM frozen_record WHERE meeting = ?1 AND kind = ?2;

-- name: record_canon
SELECT m.key, r.kind, r.sha256, r.day
FROM frozen_record r JOIN meeting m ON m.id = r.meeting WHERE r.id = ?1;
