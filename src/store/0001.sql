-- SPDX-License-Identifier: EUPL-1.2
--
-- Version 1 of the register.  Tables of facts, and the log.  One transaction;
-- statements are separated by blank lines (embed.awk splits there).
--
-- A natural key (committee code, person ref, registration number, meeting key)
-- is what facts refer to each other by; "id" is the fact's identifier in the
-- log.  Days are YYYY-MM-DD, clocks HH:MM, closed words are the Swedish words of
-- domain/words.h.  NULL means not given.  Identifiers come from the program.

CREATE TABLE blob(                 -- bytes, kept under their hash
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  type TEXT NOT NULL,              -- media type
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE organisation(         -- one row
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  language TEXT,                   -- BCP 47
  colour TEXT,
  accent TEXT,
  picture TEXT,                    -- file name of the arms
  picture_sha256 TEXT REFERENCES blob(sha256),
  address TEXT,
  email TEXT,
  web TEXT,
  storage TEXT                     -- where the original minutes are kept
) STRICT;

CREATE TABLE department(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT
) STRICT;

CREATE TABLE committee(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT,
  kind TEXT,
  department TEXT REFERENCES department(code),
  seats INTEGER,
  numbering TEXT,
  number_template TEXT,            -- T{år}-{klass:3}-{nr:5}
  summons_days INTEGER,
  cycle TEXT                       -- name of its cycle definition
) STRICT;

CREATE TABLE committee_order(      -- in which order deputies are called
  committee INTEGER NOT NULL REFERENCES committee(id),
  position INTEGER NOT NULL,
  party TEXT,
  parties TEXT,
  PRIMARY KEY (committee, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE committee_standing(   -- what every agenda begins with
  committee INTEGER NOT NULL REFERENCES committee(id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (committee, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE committee_assists(    -- whom a council assists
  committee INTEGER NOT NULL REFERENCES committee(id),
  position INTEGER NOT NULL,
  assisted TEXT NOT NULL REFERENCES committee(code)
    DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (committee, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person(
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  first TEXT,
  last TEXT,
  party TEXT,
  email TEXT,
  phone TEXT,
  address TEXT
) STRICT;

CREATE TABLE mandate(
  id INTEGER PRIMARY KEY,
  committee TEXT NOT NULL REFERENCES committee(code),
  person TEXT NOT NULL REFERENCES person(ref),
  role TEXT NOT NULL,
  starts TEXT,
  ends TEXT,                       -- NULL while open
  place INTEGER,                   -- a deputy's place in the order
  personal_for TEXT REFERENCES person(ref)
) STRICT;

CREATE UNIQUE INDEX mandate_key
  ON mandate(committee, person, role, COALESCE(starts, ''));

CREATE INDEX mandate_person ON mandate(person);

CREATE INDEX mandate_personal ON mandate(personal_for);

CREATE TABLE meeting(
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,        -- TRN/2010-11-23
  committee TEXT NOT NULL REFERENCES committee(code),
  day TEXT NOT NULL,
  seq INTEGER NOT NULL,
  number INTEGER,                  -- per committee and year
  starts TEXT,
  ends TEXT,
  place TEXT,
  state TEXT NOT NULL
) STRICT;

CREATE INDEX meeting_day ON meeting(committee, day, seq);

CREATE TABLE matter(
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,     -- registration number, opaque
  committee TEXT NOT NULL REFERENCES committee(code),
  title TEXT,
  department TEXT,
  unit TEXT,
  officer TEXT,
  kind TEXT,
  appeal TEXT,
  secret_provision TEXT,           -- NULL: no secrecy
  secret_date TEXT,
  secret_authority TEXT,
  neutral_title TEXT,
  meeting TEXT,                    -- key of the meeting it is meant for, which
                                   -- may not be planned yet
  registered TEXT,
  answer_by TEXT
) STRICT;

CREATE INDEX matter_committee ON matter(committee);

CREATE INDEX matter_meeting ON matter(meeting);

CREATE TABLE matter_proposal(
  matter INTEGER NOT NULL REFERENCES matter(id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (matter, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter_recipient(
  matter INTEGER NOT NULL REFERENCES matter(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (matter, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE document(
  id INTEGER PRIMARY KEY,
  matter INTEGER NOT NULL REFERENCES matter(id),
  nr INTEGER NOT NULL,             -- running number in the matter
  kind TEXT,
  title TEXT,
  date TEXT,
  direction TEXT,
  correspondent TEXT,
  publish INTEGER NOT NULL,
  secret_provision TEXT,
  secret_date TEXT,
  secret_authority TEXT,
  neutral_title TEXT,
  file TEXT,
  sha256 TEXT REFERENCES blob(sha256),
  size INTEGER NOT NULL,
  UNIQUE (matter, nr)
) STRICT;

CREATE INDEX document_blob ON document(sha256);

CREATE TABLE item(                 -- agenda item
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  nr TEXT,                         -- NULL: a heading
  number TEXT REFERENCES matter(number),
  title TEXT,
  unit TEXT,
  note TEXT,
  mark TEXT,
  late INTEGER NOT NULL,
  immediate INTEGER NOT NULL,
  handed_out INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  version INTEGER,                 -- in which it first appeared
  removed INTEGER,                 -- in which it was removed
  previous INTEGER REFERENCES item(id),
  previous_key TEXT                -- as given, while that item is not known
) STRICT;

CREATE INDEX item_meeting ON item(meeting, position);

CREATE INDEX item_number ON item(number);

CREATE INDEX item_previous ON item(previous);

CREATE INDEX item_previous_key ON item(previous_key);

CREATE TABLE agenda_version(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  version INTEGER NOT NULL,
  published TEXT,
  record_sha256 TEXT REFERENCES blob(sha256),
  UNIQUE (meeting, version)
) STRICT;

CREATE TABLE attendance(
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  paragraphs TEXT,
  serves_for TEXT REFERENCES person(ref),
  serving INTEGER NOT NULL,
  remote INTEGER NOT NULL,
  starts TEXT,
  ends TEXT,
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE other_present(
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  paragraphs TEXT,
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE disqualification(     -- conflict of interest
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  paragraph INTEGER NOT NULL,
  ground TEXT,
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE approver(
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraph(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  nr INTEGER NOT NULL,
  item TEXT,                       -- the agenda item's number
  title TEXT,
  background TEXT,
  procedure TEXT,
  outcome TEXT,
  UNIQUE (meeting, nr)
) STRICT;

CREATE TABLE proposal(
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  ref TEXT,
  kind TEXT,
  text TEXT,
  withdrawn INTEGER NOT NULL,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE division(             -- a vote
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  yes TEXT,                        -- ref of a proposal
  no TEXT,
  text TEXT,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot(
  paragraph INTEGER NOT NULL,
  division INTEGER NOT NULL,
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  vote TEXT,
  PRIMARY KEY (paragraph, division, position),
  FOREIGN KEY (paragraph, division) REFERENCES division(paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision(             -- the points decided
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE dissent(
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  text TEXT,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement(
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  kind TEXT,
  text TEXT,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraph_person(     -- who stands behind a part of it
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  part TEXT NOT NULL,              -- proposal dissent statement absent
  part_position INTEGER NOT NULL,  -- of that proposal ...; 0 for absent
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  PRIMARY KEY (paragraph, part, part_position, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraph_recipient(
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (paragraph, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE minutes(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  seq INTEGER NOT NULL,            -- 1: the ordinary ones
  paragraphs TEXT,
  state TEXT NOT NULL,
  adjusted TEXT,
  posted TEXT,
  taken_down TEXT,
  record_sha256 TEXT REFERENCES blob(sha256),
  UNIQUE (meeting, seq)
) STRICT;

CREATE TABLE minutes_signer(
  minutes INTEGER NOT NULL REFERENCES minutes(id),
  position INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person(ref),
  PRIMARY KEY (minutes, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  paragraph INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  way TEXT,
  state TEXT NOT NULL,
  sent TEXT,
  receipted TEXT,
  UNIQUE (meeting, paragraph, recipient)
) STRICT;

CREATE TABLE deadline_override(
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  step TEXT NOT NULL,
  day TEXT NOT NULL,
  why TEXT,
  UNIQUE (meeting, step)
) STRICT;

CREATE TABLE frozen_record(        -- the blob says what, this says of what
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  kind TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blob(sha256),
  day TEXT NOT NULL,
  UNIQUE (meeting, kind, sha256)
) STRICT;

CREATE TABLE issued(               -- documents sent or published
  id INTEGER PRIMARY KEY,
  meeting TEXT REFERENCES meeting(key),
  kind TEXT NOT NULL,
  paragraphs TEXT,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blob(sha256),
  record_sha256 TEXT,
  template_sha256 TEXT,
  build TEXT,
  day TEXT
) STRICT;

CREATE INDEX issued_key ON issued(meeting, kind, format, record_sha256);

CREATE TABLE account(              -- who may do what
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  login TEXT UNIQUE                -- operating-system user
) STRICT;

CREATE TABLE account_committee(    -- grants; none: all
  account INTEGER NOT NULL REFERENCES account(id),
  position INTEGER NOT NULL,
  committee TEXT NOT NULL REFERENCES committee(code),
  PRIMARY KEY (account, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter(              -- numbers given out; no fact
  committee TEXT NOT NULL REFERENCES committee(code),
  year INTEGER NOT NULL,
  series TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (committee, year, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE event(                -- the log: identifiers and hashes only
  seq INTEGER PRIMARY KEY,
  instant TEXT NOT NULL,           -- 2026-11-24T09:30:00Z
  account TEXT NOT NULL,
  verb TEXT NOT NULL,
  fact TEXT NOT NULL,              -- kind of fact
  fact_id INTEGER NOT NULL,
  form INTEGER NOT NULL,           -- version of the canonical form
  fact_hash TEXT NOT NULL,         -- of the fact; empty: it is gone
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX event_fact ON event(fact, fact_id, seq);

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

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
  UNION ALL SELECT 'user', id, name FROM account;

-- Every person that a meeting names.
CREATE VIEW meeting_person(meeting, person) AS
  SELECT meeting, person FROM attendance
  UNION ALL SELECT meeting, serves_for FROM attendance
    WHERE serves_for IS NOT NULL
  UNION ALL SELECT meeting, person FROM disqualification
  UNION ALL SELECT meeting, person FROM approver
  UNION ALL SELECT p.meeting, x.person
    FROM paragraph p JOIN paragraph_person x ON x.paragraph = p.id
  UNION ALL SELECT p.meeting, b.person
    FROM paragraph p JOIN ballot b ON b.paragraph = p.id
  UNION ALL SELECT n.meeting, s.person
    FROM minutes n JOIN minutes_signer s ON s.minutes = n.id;
