-- SPDX-License-Identifier: EUPL-1.2
--
-- Version 3 of the register: what planning a year needs, the plans, and
-- meetings that calendars can follow when they move.

CREATE TABLE room(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT,
  capacity INTEGER                 -- people
) STRICT;

CREATE TABLE booking(              -- a room that others have taken
  id INTEGER PRIMARY KEY,
  room TEXT NOT NULL REFERENCES room(code),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  starts TEXT,                     -- NULL: all day
  ends TEXT,
  what TEXT
) STRICT;

CREATE UNIQUE INDEX booking_of
  ON booking(room, first_day, COALESCE(starts, ''));

CREATE TABLE stand_in(             -- who covers for whom at the secretariat
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person(ref),
  cover TEXT NOT NULL REFERENCES person(ref),
  committee TEXT REFERENCES committee(code), -- NULL: in all
  place INTEGER                    -- 1 is asked first
) STRICT;

CREATE UNIQUE INDEX stand_in_of
  ON stand_in(person, cover, COALESCE(committee, ''));

CREATE INDEX stand_in_cover ON stand_in(cover);

CREATE TABLE absence(
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person(ref),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  why TEXT,
  UNIQUE (person, first_day)
) STRICT;

CREATE TABLE plan_rules(           -- how a committee's year is to be
  id INTEGER PRIMARY KEY,
  committee TEXT NOT NULL REFERENCES committee(code),
  year INTEGER,                    -- NULL: every year
  meetings INTEGER,                -- a year
  weekdays TEXT,                   -- "ti to", the best first
  starts TEXT,
  ends TEXT,
  other_starts TEXT,               -- "13:00 09:00"
  gap_min INTEGER,                 -- days between two meetings
  gap_max INTEGER,
  lead_min INTEGER,                -- a council's days before its committee
  lead_max INTEGER,
  room TEXT REFERENCES room(code)
) STRICT;

CREATE UNIQUE INDEX plan_rules_of ON plan_rules(committee, COALESCE(year, 0));

CREATE TABLE plan_window(          -- when it must meet, or cannot
  rules INTEGER NOT NULL REFERENCES plan_rules(id),
  closed INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  PRIMARY KEY (rules, closed, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan(                 -- a year's: one fact with all its versions
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE,
  current INTEGER NOT NULL,        -- the version that show and move are about
  adopted INTEGER                  -- the version that became meetings
) STRICT;

CREATE TABLE plan_version(         -- rows are only added
  plan INTEGER NOT NULL REFERENCES plan(id),
  version INTEGER NOT NULL,
  from_version INTEGER,            -- NULL: made from nothing
  how TEXT NOT NULL,
  cost INTEGER NOT NULL,
  bound INTEGER,                   -- proven, in thousandths, rounded down
  status TEXT,
  made TEXT NOT NULL,
  PRIMARY KEY (plan, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_meeting(
  plan INTEGER NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  committee TEXT NOT NULL REFERENCES committee(code),
  nr INTEGER NOT NULL,             -- in time order
  day TEXT NOT NULL,
  starts TEXT,
  ends TEXT,
  room TEXT REFERENCES room(code),
  fixed INTEGER NOT NULL,
  meeting INTEGER REFERENCES meeting(id),
  PRIMARY KEY (plan, version, position),
  FOREIGN KEY (plan, version) REFERENCES plan_version(plan, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_meeting_meeting ON plan_meeting(meeting);

CREATE TABLE step_done(            -- a step of a meeting's cycle, ticked
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  step TEXT NOT NULL,
  day TEXT NOT NULL,
  account TEXT NOT NULL,           -- by whom
  UNIQUE (meeting, step)
) STRICT;

-- Calendars know a meeting by its uid, whatever becomes of its day.

ALTER TABLE meeting ADD COLUMN uid TEXT;

ALTER TABLE meeting ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;

ALTER TABLE meeting ADD COLUMN changed TEXT;

ALTER TABLE meeting ADD COLUMN why TEXT;

UPDATE meeting SET uid = REPLACE(key, '/', '-');

CREATE UNIQUE INDEX meeting_uid ON meeting(uid);

CREATE TABLE meeting_moved(        -- keys that a meeting has had
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_moved_key ON meeting_moved(key);

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
    FROM step_done d JOIN meeting m ON m.id = d.meeting;
