-- SPDX-License-Identifier: EUPL-1.2
--
-- Version 2 of the register: templates of the office's own.

CREATE TABLE template(             -- in use for a kind of document
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  committee TEXT REFERENCES committee(code), -- NULL: all
  file TEXT NOT NULL,              -- its name, without folders
  sha256 TEXT NOT NULL REFERENCES blob(sha256),
  day TEXT NOT NULL                -- on which it was set
) STRICT;

CREATE UNIQUE INDEX template_of ON template(kind, COALESCE(committee, ''));

CREATE INDEX template_blob ON template(sha256);

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
    FROM template;
