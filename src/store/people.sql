-- SPDX-License-Identifier: EUPL-1.2
--
-- The organisation, its offices and committees, persons and mandates.
--
-- In every *_put, *_find: ?1 is the id, ?2 the owner's id (0: none), ?3 ... the
-- members in the order of the field table; *_get and *_all give them back in
-- that order.  In every *_canon: ?1 is the id; their columns and order are
-- version 1 of the canonical form and never change.

-- name: organisation_find
SELECT id FROM organisation;

-- name: organisation_put
INSERT INTO organisation(id, name, language, colour, accent, picture,
  picture_sha256, address, email, web, storage)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (id) DO UPDATE SET name = excluded.name,
  language = excluded.language, colour = excluded.colour,
  accent = excluded.accent, picture = excluded.picture,
  picture_sha256 = excluded.picture_sha256, address = excluded.address,
  email = excluded.email, web = excluded.web, storage = excluded.storage;

-- name: organisation_get
SELECT id, 0, name, language, colour, accent, picture, picture_sha256, address,
  email, web, storage
FROM organisation;

-- name: organisation_canon
SELECT name, language, colour, accent, picture, picture_sha256, address, email,
  web, storage
FROM organisation WHERE id = ?1;

-- name: department_find
SELECT id FROM department WHERE code = ?3;

-- name: department_put
INSERT INTO department(id, code, name) VALUES (?1, ?3, ?4)
ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name;

-- name: department_all
-- ?1: a committee's and its matters', ?2: of that meeting alone.
SELECT id, 0, code, name FROM department
WHERE ?1 IS NULL
  OR code IN (SELECT department FROM committee WHERE code = ?1
    UNION SELECT department FROM matter WHERE ?2 IS NULL AND committee = ?1
    UNION SELECT m.department FROM item i JOIN matter m ON m.number = i.number
      WHERE i.meeting = ?2 AND m.committee = ?1)
ORDER BY code;

-- name: department_canon
SELECT code, name FROM department WHERE id = ?1;

-- name: department_names
SELECT code FROM department ORDER BY code;

-- name: department_has
SELECT 1 FROM department WHERE code = ?1;

-- name: committee_find
SELECT id FROM committee WHERE code = ?3;

-- name: committee_put
INSERT INTO committee(id, code, name, kind, department, seats, numbering,
  number_template, summons_days, cycle)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name,
  kind = excluded.kind, department = excluded.department,
  seats = excluded.seats, numbering = excluded.numbering,
  number_template = excluded.number_template,
  summons_days = excluded.summons_days, cycle = excluded.cycle;

-- name: committee_all
SELECT id, 0, code, name, kind, department, seats, numbering, number_template,
  summons_days, cycle
FROM committee WHERE :committee IS NULL OR code = :committee
ORDER BY code;

-- name: committee_canon
-- Written by version 3 of the register and before.  What came later must still
-- be as the migration set it; so below.
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM committee_right WHERE committee = ?1)
    THEN code END,
  name, kind, department, seats, numbering, number_template, summons_days, cycle
FROM committee WHERE id = ?1;

-- name: committee_canon2
SELECT code, name, kind, department, seats, numbering, number_template,
  summons_days, cycle
FROM committee WHERE id = ?1;

-- name: committee_names
SELECT code FROM committee ORDER BY code;

-- name: committee_has
SELECT 1 FROM committee WHERE code = ?1;

-- name: committee_order_put
INSERT INTO committee_order(committee, position, party, parties)
VALUES (?1, ?2, ?3, ?4);

-- name: committee_order_clear
DELETE FROM committee_order WHERE committee = ?1;

-- name: committee_order_get
SELECT committee, position, party, parties FROM committee_order
WHERE committee = ?1 ORDER BY position;

-- name: committee_order_canon
SELECT party, parties FROM committee_order
WHERE committee = ?1 ORDER BY position;

-- name: committee_standing_put
INSERT INTO committee_standing(committee, position, title) VALUES (?1, ?2, ?3);

-- name: committee_standing_clear
DELETE FROM committee_standing WHERE committee = ?1;

-- name: committee_standing_get
SELECT title FROM committee_standing WHERE committee = ?1 ORDER BY position;

-- name: committee_standing_canon
SELECT title FROM committee_standing WHERE committee = ?1 ORDER BY position;

-- name: committee_assists_put
INSERT INTO committee_assists(committee, position, assisted)
VALUES (?1, ?2, ?3);

-- name: committee_assists_clear
DELETE FROM committee_assists WHERE committee = ?1;

-- name: committee_assists_get
SELECT assisted FROM committee_assists WHERE committee = ?1 ORDER BY position;

-- name: committee_assists_canon
SELECT assisted FROM committee_assists WHERE committee = ?1 ORDER BY position;

-- name: committee_right_put
INSERT INTO committee_right(committee, position, visitor, attend, speak,
  opinion, source)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: committee_right_clear
DELETE FROM committee_right WHERE committee = ?1;

-- name: committee_right_get
SELECT committee, position, visitor, attend, speak, opinion, source
FROM committee_right WHERE committee = ?1 ORDER BY position;

-- name: committee_right_canon
SELECT visitor, attend, speak, opinion, source FROM committee_right
WHERE committee = ?1 ORDER BY position;

-- name: regulation_find
SELECT id FROM regulation
WHERE COALESCE(committee, '') = COALESCE(?3, '') AND rule = ?4
  AND COALESCE(first_day, '') = COALESCE(?5, '');

-- name: regulation_put
INSERT INTO regulation(id, committee, rule, first_day, value, source)
VALUES (?1, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET committee = excluded.committee,
  rule = excluded.rule, first_day = excluded.first_day,
  value = excluded.value, source = excluded.source;

-- name: regulation_all
-- Of all committees, or the common ones and those of one.
SELECT id, 0, committee, rule, first_day, value, source FROM regulation
WHERE :committee IS NULL OR committee IS NULL OR committee = :committee
ORDER BY COALESCE(committee, ''), rule, COALESCE(first_day, '');

-- name: regulation_canon
SELECT committee, rule, first_day, value, source FROM regulation
WHERE id = ?1;

-- name: person_find
SELECT id FROM person WHERE ref = ?3;

-- name: person_put
INSERT INTO person(id, ref, first, last, party, email, phone, address)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET ref = excluded.ref, first = excluded.first,
  last = excluded.last, party = excluded.party, email = excluded.email,
  phone = excluded.phone, address = excluded.address;

-- name: person_all
-- ?1: a committee's, ?2: those whom that meeting names as well.
SELECT id, 0, ref, first, last, party, email, phone, address
FROM person
WHERE ?1 IS NULL
  OR ref IN (SELECT person FROM mandate WHERE committee = ?1
    UNION SELECT personal_for FROM mandate WHERE committee = ?1
    UNION SELECT person FROM stand_in WHERE committee = ?1
    UNION SELECT s.cover FROM stand_in s
      WHERE s.committee = ?1 OR (s.committee IS NULL AND s.person IN
        (SELECT person FROM mandate
          WHERE committee = ?1 AND role = 'sekreterare'))
    UNION SELECT person FROM meeting_person WHERE meeting = ?2
    UNION SELECT x.person FROM meeting m
      JOIN meeting_person x ON x.meeting = m.id
      WHERE m.committee = ?1 AND ?2 IS NULL)
ORDER BY ref;

-- name: person_canon
SELECT ref, first, last, party, email, phone, address FROM person
WHERE id = ?1;

-- name: person_names
SELECT ref FROM person ORDER BY ref;

-- name: person_has
SELECT 1 FROM person WHERE ref = ?1;

-- name: mandate_find
SELECT id FROM mandate
WHERE committee = ?3 AND person = ?4 AND role = ?5
  AND COALESCE(starts, '') = COALESCE(?6, '');

-- name: mandate_put
INSERT INTO mandate(id, committee, person, role, starts, ends, place,
  personal_for)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET committee = excluded.committee,
  person = excluded.person, role = excluded.role, starts = excluded.starts,
  ends = excluded.ends, place = excluded.place,
  personal_for = excluded.personal_for;

-- name: mandate_all
SELECT id, 0, committee, person, role, starts, ends, place, personal_for
FROM mandate WHERE :committee IS NULL OR committee = :committee
ORDER BY committee,
  CASE role WHEN 'ordförande' THEN 1 WHEN 'vice ordförande' THEN 2
    WHEN '2:e vice ordförande' THEN 3 WHEN 'ledamot' THEN 4
    WHEN 'ersättare' THEN 5 ELSE 6 END,
  COALESCE(place, 0), person, COALESCE(starts, '');

-- name: mandate_canon
SELECT committee, person, role, starts, ends, place, personal_for
FROM mandate WHERE id = ?1;

-- name: account_find
SELECT id FROM account WHERE name = ?3;

-- name: account_put
INSERT INTO account(id, name, role, login) VALUES (?1, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
  login = excluded.login;

-- name: account_get
-- By name, or by login when no name is given.
SELECT id, 0, name, role, login FROM account
WHERE name = ?1 OR (?1 IS NULL AND login = ?2);

-- name: account_canon
SELECT name, role, login FROM account WHERE id = ?1;

-- name: account_names
SELECT name FROM account ORDER BY name;

-- name: account_committee_put
INSERT INTO account_committee(account, position, committee)
VALUES (?1, ?2, ?3);

-- name: account_committee_clear
DELETE FROM account_committee WHERE account = ?1;

-- name: account_committee_get
SELECT committee FROM account_committee WHERE account = ?1 ORDER BY position;

-- name: account_committee_canon
SELECT committee FROM account_committee WHERE account = ?1 ORDER BY position;
