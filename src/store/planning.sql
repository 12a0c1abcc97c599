-- SPDX-License-Identifier: EUPL-1.2
--
-- Rooms, bookings, stand-ins, absences, rules of a committee's year; plans;
-- steps that are done.  Parameters as in people.sql.  Where ?1 of an *_all is a
-- committee's code it restricts, NULL does not.

-- name: room_find
SELECT id FROM room WHERE code = ?3;

-- name: room_put
INSERT INTO room(id, code, name, capacity) VALUES (?1, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name,
  capacity = excluded.capacity;

-- name: room_all
SELECT id, 0, code, name, capacity FROM room ORDER BY code;

-- name: room_canon
SELECT code, name, capacity FROM room WHERE id = ?1;

-- name: room_names
SELECT code FROM room ORDER BY code;

-- name: room_has
SELECT 1 FROM room WHERE code = ?1;

-- name: booking_find
SELECT id FROM booking
WHERE room = ?3 AND first_day = ?4 AND COALESCE(starts, '') = COALESCE(?6, '');

-- name: booking_put
INSERT INTO booking(id, room, first_day, last_day, starts, ends, what)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET room = excluded.room,
  first_day = excluded.first_day, last_day = excluded.last_day,
  starts = excluded.starts, ends = excluded.ends, what = excluded.what;

-- name: booking_all
SELECT id, 0, room, first_day, last_day, starts, ends, what FROM booking
ORDER BY first_day, room, COALESCE(starts, '');

-- name: booking_delete
DELETE FROM booking WHERE id = ?1;

-- name: booking_canon
SELECT room, first_day, last_day, starts, ends, what FROM booking
WHERE id = ?1;

-- name: stand_in_find
SELECT id FROM stand_in
WHERE person = ?3 AND cover = ?4 AND COALESCE(committee, '') = COALESCE(?5, '');

-- name: stand_in_put
INSERT INTO stand_in(id, person, cover, committee, place)
VALUES (?1, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET person = excluded.person,
  cover = excluded.cover, committee = excluded.committee,
  place = excluded.place;

-- name: stand_in_all
SELECT id, 0, person, cover, committee, place FROM stand_in
WHERE ?1 IS NULL OR committee = ?1
  OR (committee IS NULL AND person IN (SELECT person FROM mandate
    WHERE committee = ?1 AND role = 'sekreterare'))
ORDER BY person, COALESCE(committee, ''), COALESCE(place, 0), cover;

-- name: stand_in_delete
DELETE FROM stand_in WHERE id = ?1;

-- name: stand_in_canon
SELECT person, cover, committee, place FROM stand_in WHERE id = ?1;

-- name: absence_find
SELECT id FROM absence WHERE person = ?3 AND first_day = ?4;

-- name: absence_put
INSERT INTO absence(id, person, first_day, last_day, why)
VALUES (?1, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET person = excluded.person,
  first_day = excluded.first_day, last_day = excluded.last_day,
  why = excluded.why;

-- name: absence_all
-- Of a committee: of those with a mandate there, and of who covers for them.
SELECT id, 0, person, first_day, last_day, why FROM absence
WHERE ?1 IS NULL
  OR person IN (SELECT person FROM mandate WHERE committee = ?1
    UNION SELECT s.cover FROM stand_in s WHERE s.committee = ?1
      OR (s.committee IS NULL AND s.person IN (SELECT person FROM mandate
        WHERE committee = ?1 AND role = 'sekreterare')))
ORDER BY first_day, person;

-- name: absence_delete
DELETE FROM absence WHERE id = ?1;

-- name: absence_canon
SELECT person, first_day, last_day, why FROM absence WHERE id = ?1;

-- name: plan_rules_find
SELECT id FROM plan_rules
WHERE committee = ?3 AND COALESCE(year, 0) = COALESCE(?4, 0);

-- name: plan_rules_put
INSERT INTO plan_rules(id, committee, year, meetings, weekdays, starts, ends,
  other_starts, gap_min, gap_max, lead_min, lead_max, room)
VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (id) DO UPDATE SET committee = excluded.committee,
  year = excluded.year, meetings = excluded.meetings,
  weekdays = excluded.weekdays, starts = excluded.starts,
  ends = excluded.ends, other_starts = excluded.other_starts,
  gap_min = excluded.gap_min, gap_max = excluded.gap_max,
  lead_min = excluded.lead_min, lead_max = excluded.lead_max,
  room = excluded.room;

-- name: plan_rules_all
SELECT id, 0, committee, year, meetings, weekdays, starts, ends, other_starts,
  gap_min, gap_max, lead_min, lead_max, room
FROM plan_rules WHERE ?1 IS NULL OR committee = ?1
ORDER BY committee, COALESCE(year, 0);

-- name: plan_rules_canon
SELECT committee, year, meetings, weekdays, starts, ends, other_starts,
  gap_min, gap_max, lead_min, lead_max, room
FROM plan_rules WHERE id = ?1;

-- name: plan_window_put
INSERT INTO plan_window(rules, closed, position, name, first_day, last_day)
VALUES (?1, 0, ?2, ?3, ?4, ?5);

-- name: plan_closed_put
INSERT INTO plan_window(rules, closed, position, name, first_day, last_day)
VALUES (?1, 1, ?2, ?3, ?4, ?5);

-- name: plan_window_clear
DELETE FROM plan_window WHERE rules = ?1;

-- name: plan_window_get
SELECT closed, 0, name, first_day, last_day FROM plan_window
WHERE rules = ?1 ORDER BY closed, position;

-- name: plan_window_canon
SELECT closed, name, first_day, last_day FROM plan_window
WHERE rules = ?1 ORDER BY closed, position;
