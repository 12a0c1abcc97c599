-- SPDX-License-Identifier: EUPL-1.2
--
-- Version 4 of the register: what happens at a meeting, and what becomes of
-- what it decided.

CREATE TABLE regulation(           -- a number set under the name of a rule
  id INTEGER PRIMARY KEY,
  committee TEXT REFERENCES committee(code), -- NULL: all
  rule TEXT NOT NULL,
  first_day TEXT,                  -- NULL: always
  value INTEGER NOT NULL,
  source TEXT                      -- where it stands
) STRICT;

CREATE UNIQUE INDEX regulation_of
  ON regulation(COALESCE(committee, ''), rule, COALESCE(first_day, ''));

CREATE TABLE committee_right(      -- who else may sit in
  committee INTEGER NOT NULL REFERENCES committee(id),
  position INTEGER NOT NULL,
  visitor TEXT,                    -- NULL: deputies who do not serve
  attend INTEGER NOT NULL,
  speak INTEGER NOT NULL,
  opinion INTEGER NOT NULL,
  source TEXT,
  PRIMARY KEY (committee, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE matter ADD COLUMN authority INTEGER NOT NULL DEFAULT 0;

ALTER TABLE meeting ADD COLUMN open INTEGER NOT NULL DEFAULT 0;

ALTER TABLE meeting ADD COLUMN extra INTEGER NOT NULL DEFAULT 0;

-- Before and at the meeting.

CREATE TABLE absence_report(
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  reported TEXT,
  reporter TEXT,                   -- who said so; NULL: the person
  starts TEXT,
  ends TEXT,
  why TEXT,
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE deputy_call(          -- a deputy asked to come instead
  meeting INTEGER NOT NULL,
  report INTEGER NOT NULL,
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  asked TEXT,
  answer TEXT,
  PRIMARY KEY (meeting, report, position),
  FOREIGN KEY (meeting, report) REFERENCES absence_report(meeting, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE other_present ADD COLUMN kind TEXT;

ALTER TABLE other_present ADD COLUMN starts TEXT;

ALTER TABLE other_present ADD COLUMN ends TEXT;

ALTER TABLE other_present ADD COLUMN remote INTEGER NOT NULL DEFAULT 0;

CREATE TABLE presiding(
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  paragraphs TEXT,
  elected INTEGER NOT NULL,
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE adjournment(
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  paragraph INTEGER,
  starts TEXT,
  ends TEXT,
  why TEXT,
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

-- A conflict may be of one who is no person of the register.

DROP VIEW meeting_person;

ALTER TABLE disqualification RENAME TO disqualification_3;

CREATE TABLE disqualification(
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  person TEXT REFERENCES person(ref),
  name TEXT,                       -- of one who is none
  paragraph INTEGER NOT NULL,
  ground TEXT,
  contested INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

INSERT INTO disqualification(meeting, position, person, paragraph, ground,
  contested, rejected)
SELECT meeting, position, person, paragraph, ground, 0, 0
FROM disqualification_3;

DROP TABLE disqualification_3;

-- One paragraph.

ALTER TABLE paragraph ADD COLUMN tabled_to TEXT;

ALTER TABLE paragraph ADD COLUMN referred_to TEXT;

ALTER TABLE paragraph ADD COLUMN missing TEXT;

ALTER TABLE paragraph ADD COLUMN doors INTEGER NOT NULL DEFAULT 0;

ALTER TABLE paragraph ADD COLUMN rapporteur TEXT;

ALTER TABLE paragraph ADD COLUMN reasons TEXT;

ALTER TABLE paragraph ADD COLUMN appeal TEXT;

CREATE TABLE question(             -- put by the chair
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  kind TEXT,
  carried TEXT,                    -- ref of a proposal
  division INTEGER,                -- position of the division about it
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE division ADD COLUMN secret INTEGER NOT NULL DEFAULT 0;

ALTER TABLE division ADD COLUMN casting INTEGER NOT NULL DEFAULT 0;

ALTER TABLE division ADD COLUMN lots INTEGER NOT NULL DEFAULT 0;

ALTER TABLE division ADD COLUMN carried TEXT;

ALTER TABLE division ADD COLUMN yes_count INTEGER;

ALTER TABLE division ADD COLUMN no_count INTEGER;

ALTER TABLE division ADD COLUMN abstain_count INTEGER;

ALTER TABLE division ADD COLUMN absent_count INTEGER;

CREATE TABLE election(
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  office TEXT,
  first_day TEXT,
  last_day TEXT,
  secret INTEGER NOT NULL,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE commission(           -- what somebody was told to do
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  point INTEGER,                   -- of the decision
  responsible TEXT,
  due TEXT,
  text TEXT,
  reported TEXT,
  reported_at TEXT,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE edited_text(          -- composed, and rewritten by somebody
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  part TEXT NOT NULL,
  text TEXT,
  was TEXT,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraph_name(       -- names in a part of it that are no persons
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  part TEXT NOT NULL,              -- question election
  part_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (paragraph, part, part_position, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE dissent ADD COLUMN announced TEXT;

ALTER TABLE dissent ADD COLUMN late INTEGER NOT NULL DEFAULT 0;

ALTER TABLE dissent ADD COLUMN motivated TEXT;

-- The minutes and what follows.

ALTER TABLE minutes ADD COLUMN pdf_sha256 TEXT REFERENCES blob(sha256);

ALTER TABLE minutes ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

ALTER TABLE minutes ADD COLUMN superseded TEXT;

ALTER TABLE minutes ADD COLUMN announced TEXT;

CREATE TABLE interruption(         -- of a notice
  minutes INTEGER NOT NULL REFERENCES minutes(id),
  position INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  back TEXT,                       -- NULL while it is down
  why TEXT,
  PRIMARY KEY (minutes, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE accepted_warning(
  minutes INTEGER NOT NULL REFERENCES minutes(id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  paragraph INTEGER,               -- NULL: the meeting
  account TEXT,                    -- by whom
  day TEXT,
  why TEXT,
  PRIMARY KEY (minutes, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval(             -- of exactly these bytes, which need not be
  id INTEGER PRIMARY KEY,          -- in this register
  minutes INTEGER NOT NULL REFERENCES minutes(id),
  person TEXT NOT NULL REFERENCES person(ref),
  day TEXT NOT NULL,
  instant TEXT,                    -- NULL: told on paper
  record_sha256 TEXT,
  pdf_sha256 TEXT,
  evidence_sha256 TEXT,
  withdrawn TEXT
) STRICT;

CREATE UNIQUE INDEX approval_of ON approval(minutes, person, day,
  COALESCE(instant, ''), COALESCE(record_sha256, ''));

CREATE TABLE rejection(            -- the minutes are sent back
  id INTEGER PRIMARY KEY,
  minutes INTEGER NOT NULL REFERENCES minutes(id),
  person TEXT NOT NULL REFERENCES person(ref),
  day TEXT NOT NULL,
  comment TEXT,
  record_sha256 TEXT
) STRICT;

CREATE UNIQUE INDEX rejection_of
  ON rejection(minutes, person, day, COALESCE(record_sha256, ''));

CREATE TABLE annex(                -- to the minutes of the meeting
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  nr INTEGER NOT NULL,
  kind TEXT,
  paragraph INTEGER,               -- NULL: the meeting
  place INTEGER,                   -- of that division, dissent ... in it
  title TEXT,
  file TEXT,
  sha256 TEXT REFERENCES blob(sha256),
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX annex_blob ON annex(sha256);

CREATE TABLE correction(           -- of adjusted minutes
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  paragraph INTEGER NOT NULL,
  day TEXT NOT NULL,
  was TEXT,
  correct TEXT,                    -- what is
  why TEXT,
  adjusted TEXT
) STRICT;

CREATE UNIQUE INDEX correction_of
  ON correction(meeting, paragraph, day, COALESCE(was, ''));

CREATE TABLE correction_signer(
  correction INTEGER NOT NULL REFERENCES correction(id),
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  PRIMARY KEY (correction, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE appeal(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  nr INTEGER NOT NULL,             -- of the meeting
  paragraph INTEGER NOT NULL,
  appellant TEXT,                  -- nowhere else
  received TEXT,
  place TEXT,
  timely TEXT,
  tried TEXT,
  forwarded TEXT,
  court TEXT,
  case_number TEXT,
  stayed TEXT,
  outcome TEXT,
  decided TEXT,
  reported_at TEXT,
  UNIQUE (meeting, nr)
) STRICT;

CREATE TABLE legal_force(          -- of one decision
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  paragraph INTEGER NOT NULL,
  asked TEXT,
  court TEXT,
  answered_by TEXT,
  county_board TEXT,
  since TEXT,
  UNIQUE (meeting, paragraph)
) STRICT;

CREATE TABLE proceeding(           -- a line typed during the meeting
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  instant TEXT,
  undone INTEGER NOT NULL,
  UNIQUE (meeting, seq)
) STRICT;

DROP VIEW fact_key;

-- Every fact there is, with the name that people know it by.
CREATE VIEW fact_key(fact, id, key) AS
  SELECT 'organisation', id, name FROM organisation
  UNION ALL SELECT 'department', id, code FROM department
  UNION ALL SELECT 'committee', id, code FROM committee
  UNION ALL SELECT 'person', id, ref FROM person
  UNION ALL SELECT 'mandate', id, committee || ' ' || person || ' ' || role
    FROM mandate
  UNION ALL SELECT 'matter', id, number FROM matter
  UNION ALL SELECT 'document', d.id, m.number || ' ' || d.nr
    FROM document d JOIN matter m ON m.id = d.matter
  UNION ALL SELECT 'meeting', id, key FROM meeting
  UNION ALL SELECT 'item', i.id, m.key || ' ' || COALESCE(i.nr, i.title, '')
    FROM item i JOIN meeting m ON m.id = i.meeting
  UNION ALL SELECT 'version', v.id, m.key || ' ' || v.version
    FROM agenda_version v JOIN meeting m ON m.id = v.meeting
  UNION ALL SELECT 'attendance', id, key FROM meeting
  UNION ALL SELECT 'paragraph', p.id, m.key || ' ' || p.nr
    FROM paragraph p JOIN meeting m ON m.id = p.meeting
  UNION ALL SELECT 'minutes', n.id, m.key || ' ' || n.seq
    FROM minutes n JOIN meeting m ON m.id = n.meeting
  UNION ALL SELECT 'delivery', d.id,
    m.key || ' ' || d.paragraph || ' ' || d.recipient
    FROM delivery d JOIN meeting m ON m.id = d.meeting
  UNION ALL SELECT 'override', o.id, m.key || ' ' || o.step
    FROM deadline_override o JOIN meeting m ON m.id = o.meeting
  UNION ALL SELECT 'record', r.id, m.key || ' ' || r.kind
    FROM frozen_record r JOIN meeting m ON m.id = r.meeting
  UNION ALL SELECT 'issued', id,
    COALESCE(meeting, '-') || ' ' || kind || ' ' || format FROM issued
  UNION ALL SELECT 'user', id, name FROM account
  UNION ALL SELECT 'template', id, kind || ' ' || COALESCE(committee, '')
    FROM template
  UNION ALL SELECT 'room', id, code FROM room
  UNION ALL SELECT 'booking', id, room || ' ' || first_day FROM booking
  UNION ALL SELECT 'stand-in', id, person || ' ' || cover FROM stand_in
  UNION ALL SELECT 'absence', id, person || ' ' || first_day FROM absence
  UNION ALL SELECT 'plan-rules', id, committee || ' ' || COALESCE(year, '')
    FROM plan_rules
  UNION ALL SELECT 'plan', id, year FROM plan
  UNION ALL SELECT 'done', d.id, m.key || ' ' || d.step
    FROM step_done d JOIN meeting m ON m.id = d.meeting
  UNION ALL SELECT 'regulation', id, rule || ' ' || COALESCE(committee, '')
    FROM regulation
  UNION ALL SELECT 'approval', a.id, m.key || ' ' || n.seq || ' ' || a.person
    FROM approval a JOIN minutes n ON n.id = a.minutes
    JOIN meeting m ON m.id = n.meeting
  UNION ALL SELECT 'rejection', r.id, m.key || ' ' || n.seq || ' ' || r.person
    FROM rejection r JOIN minutes n ON n.id = r.minutes
    JOIN meeting m ON m.id = n.meeting
  UNION ALL SELECT 'annexes', id, key FROM meeting
  UNION ALL SELECT 'correction', c.id, m.key || ' ' || c.paragraph
    FROM correction c JOIN meeting m ON m.id = c.meeting
  UNION ALL SELECT 'appeal', a.id, m.key || ' ' || a.nr
    FROM appeal a JOIN meeting m ON m.id = a.meeting
  UNION ALL SELECT 'force', f.id, m.key || ' ' || f.paragraph
    FROM legal_force f JOIN meeting m ON m.id = f.meeting
  UNION ALL SELECT 'proceeding', p.id, m.key || ' ' || p.seq
    FROM proceeding p JOIN meeting m ON m.id = p.meeting;

-- Every person that a meeting names.
CREATE VIEW meeting_person(meeting, person) AS
  SELECT meeting, person FROM attendance
  UNION ALL SELECT meeting, serves_for FROM attendance
    WHERE serves_for IS NOT NULL
  UNION ALL SELECT meeting, person FROM absence_report
  UNION ALL SELECT meeting, person FROM deputy_call
  UNION ALL SELECT meeting, person FROM presiding
  UNION ALL SELECT meeting, person FROM disqualification
    WHERE person IS NOT NULL
  UNION ALL SELECT meeting, person FROM approver
  UNION ALL SELECT p.meeting, x.person
    FROM paragraph p JOIN paragraph_person x ON x.paragraph = p.id
  UNION ALL SELECT p.meeting, b.person
    FROM paragraph p JOIN ballot b ON b.paragraph = p.id
  UNION ALL SELECT n.meeting, s.person
    FROM minutes n JOIN minutes_signer s ON s.minutes = n.id
  UNION ALL SELECT n.meeting, a.person
    FROM minutes n JOIN approval a ON a.minutes = n.id
  UNION ALL SELECT n.meeting, r.person
    FROM minutes n JOIN rejection r ON r.minutes = n.id
  UNION ALL SELECT c.meeting, s.person
    FROM correction c JOIN correction_signer s ON s.correction = c.id;
