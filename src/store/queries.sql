-- SPDX-License-Identifier: EUPL-1.2
--
-- Lists for people and programs: store_query("matters") runs list_matters.  A
-- column's name is the member's name.  Every filter is optional (NULL).  The
-- title of a secret matter never leaves here, nor can it be searched for.

-- name: list_matters
SELECT x.number, x.title, x.committee, x.kind, x.officer, x.secret, x.meeting,
  x.registered, x.answer_by, x.outcome
FROM (SELECT m.number,
    CASE WHEN m.secret_provision IS NULL THEN m.title
      ELSE m.neutral_title END AS title,
    m.committee, m.kind, m.officer,
    CASE WHEN m.secret_provision IS NULL THEN 0 ELSE 1 END AS secret,
    m.meeting, m.registered, m.answer_by,
    (SELECT p.outcome FROM item i
      JOIN meeting t ON t.id = i.meeting
      JOIN paragraph p ON p.meeting = i.meeting AND p.item = i.nr
      WHERE i.number = m.number AND i.removed IS NULL
      ORDER BY t.day DESC, t.seq DESC LIMIT 1) AS outcome
  FROM matter m
  WHERE (:committee IS NULL OR m.committee = :committee)
    AND (:matter IS NULL OR m.number = :matter)
    AND (:year IS NULL OR substr(m.registered, 1, 4) = :year)
    AND (:meeting IS NULL OR m.meeting = :meeting
      OR m.number IN (SELECT i.number FROM item i
        JOIN meeting t ON t.id = i.meeting
        WHERE t.key = :meeting AND i.removed IS NULL))) x
WHERE (:text IS NULL
    OR fold(COALESCE(x.title, '') || ' ' || x.number)
      LIKE '%' || fold(:text) || '%')
  AND (:state IS NULL OR x.outcome = :state)
ORDER BY x.number;

-- name: list_meetings
SELECT m.key AS meeting, m.committee, m.day AS date, m.starts AS time, m.place,
  m.number, m.state,
  (SELECT COUNT(*) FROM item i
    WHERE i.meeting = m.id AND i.nr IS NOT NULL AND i.removed IS NULL) AS items,
  (SELECT COUNT(*) FROM paragraph p WHERE p.meeting = m.id) AS paragraphs
FROM meeting m
WHERE (:committee IS NULL OR m.committee = :committee)
  AND (:meeting IS NULL OR m.key = :meeting)
  AND (:year IS NULL OR substr(m.day, 1, 4) = :year)
  AND (:state IS NULL OR m.state = :state)
ORDER BY m.day, m.committee, m.seq;

-- name: list_committees
SELECT code, name, kind, department, seats, numbering
FROM committee
WHERE (:committee IS NULL OR code = :committee)
  AND (:text IS NULL OR fold(name) LIKE '%' || fold(:text) || '%')
ORDER BY code;

-- name: list_departments
SELECT code, name FROM department ORDER BY code;

-- name: list_persons
SELECT p.ref, COALESCE(p.first || ' ', '') || COALESCE(p.last, '') AS name,
  p.party, p.email,
  (SELECT COUNT(*) FROM mandate m WHERE m.person = p.ref) AS mandates
FROM person p
WHERE (:person IS NULL OR p.ref = :person)
  AND (:committee IS NULL OR p.ref IN (SELECT m.person FROM mandate m
    WHERE m.committee = :committee))
  AND (:text IS NULL OR fold(COALESCE(p.first || ' ', '')
    || COALESCE(p.last, '')) LIKE '%' || fold(:text) || '%')
ORDER BY p.last COLLATE swedish, p.first COLLATE swedish, p.ref;

-- name: list_mandates
SELECT m.committee, m.person,
  COALESCE(p.first || ' ', '') || COALESCE(p.last, '') AS name, p.party,
  m.role, m.starts AS "from", m.ends AS "to", m.place AS "order",
  m.personal_for
FROM mandate m JOIN person p ON p.ref = m.person
WHERE (:committee IS NULL OR m.committee = :committee)
  AND (:person IS NULL OR m.person = :person)
  AND (:day IS NULL OR ((m.starts IS NULL OR m.starts <= :day)
    AND (m.ends IS NULL OR m.ends >= :day)))
ORDER BY m.committee,
  CASE m.role WHEN 'ordförande' THEN 1 WHEN 'vice ordförande' THEN 2
    WHEN '2:e vice ordförande' THEN 3 WHEN 'ledamot' THEN 4
    WHEN 'ersättare' THEN 5 ELSE 6 END,
  COALESCE(m.place, 0), p.last COLLATE swedish, p.first COLLATE swedish,
  m.person, m.starts;

-- name: list_rooms
SELECT r.code, r.name, r.capacity,
  (SELECT COUNT(*) FROM booking b WHERE b.room = r.code) AS bookings
FROM room r
WHERE (:room IS NULL OR r.code = :room)
  AND (:text IS NULL OR fold(COALESCE(r.name, '') || ' ' || r.code)
    LIKE '%' || fold(:text) || '%')
ORDER BY r.code;

-- name: list_bookings
SELECT b.room, b.first_day AS "from", b.last_day AS "to", b.starts AS start,
  b.ends AS "end", b.what
FROM booking b
WHERE (:room IS NULL OR b.room = :room)
  AND (:day IS NULL OR (b.first_day <= :day AND b.last_day >= :day))
  AND (:year IS NULL OR (substr(b.first_day, 1, 4) <= :year
    AND substr(b.last_day, 1, 4) >= :year))
ORDER BY b.first_day, b.room, COALESCE(b.starts, '');

-- name: list_stand_ins
SELECT s.person, COALESCE(p.first || ' ', '') || COALESCE(p.last, '') AS name,
  s.cover AS "by", COALESCE(c.first || ' ', '') || COALESCE(c.last, '')
    AS by_name,
  s.committee, s.place AS "order"
FROM stand_in s
JOIN person p ON p.ref = s.person
JOIN person c ON c.ref = s.cover
WHERE (:person IS NULL OR s.person = :person OR s.cover = :person)
  AND (:committee IS NULL OR s.committee = :committee
    OR (s.committee IS NULL AND s.person IN (SELECT m.person FROM mandate m
      WHERE m.committee = :committee AND m.role = 'sekreterare')))
ORDER BY s.person, COALESCE(s.committee, ''), COALESCE(s.place, 0), s.cover;

-- name: list_absences
SELECT a.person, COALESCE(p.first || ' ', '') || COALESCE(p.last, '') AS name,
  a.first_day AS "from", a.last_day AS "to", a.why
FROM absence a JOIN person p ON p.ref = a.person
WHERE (:person IS NULL OR a.person = :person)
  AND (:committee IS NULL OR a.person IN (SELECT m.person FROM mandate m
    WHERE m.committee = :committee))
  AND (:day IS NULL OR (a.first_day <= :day AND a.last_day >= :day))
  AND (:year IS NULL OR (substr(a.first_day, 1, 4) <= :year
    AND substr(a.last_day, 1, 4) >= :year))
ORDER BY a.first_day, a.person;

-- name: list_plan_rules
SELECT r.committee, r.year, r.meetings, r.weekdays, r.starts AS start,
  r.ends AS "end", r.other_starts, r.gap_min, r.gap_max, r.lead_min,
  r.lead_max, r.room,
  (SELECT COUNT(*) FROM plan_window w WHERE w.rules = r.id AND w.closed = 0)
    AS windows,
  (SELECT COUNT(*) FROM plan_window w WHERE w.rules = r.id AND w.closed = 1)
    AS closed
FROM plan_rules r
WHERE (:committee IS NULL OR r.committee = :committee)
  AND (:year IS NULL OR r.year = CAST(:year AS INTEGER) OR r.year IS NULL)
ORDER BY r.committee, COALESCE(r.year, 0);

-- name: list_plans
SELECT p.year, v.version, v.from_version, v.how, v.status, v.cost,
  v.bound / 1000 AS bound, v.made,
  (SELECT COUNT(*) FROM plan_meeting x
    WHERE x.plan = v.plan AND x.version = v.version) AS meetings,
  CASE WHEN p.current = v.version THEN 1 ELSE 0 END AS current,
  CASE WHEN p.adopted = v.version THEN 1 ELSE 0 END AS adopted
FROM plan p JOIN plan_version v ON v.plan = p.id
WHERE :year IS NULL OR p.year = CAST(:year AS INTEGER)
ORDER BY p.year, v.version;

-- name: list_documents
SELECT m.number AS matter, d.nr, d.kind,
  CASE WHEN d.secret_provision IS NOT NULL THEN d.neutral_title
    WHEN m.secret_provision IS NOT NULL THEN NULL
    ELSE d.title END AS title,
  d.date, d.direction, d.publish,
  CASE WHEN d.secret_provision IS NULL AND m.secret_provision IS NULL
    THEN 0 ELSE 1 END AS secret,
  CASE WHEN d.sha256 IS NULL THEN NULL ELSE d.size END AS bytes
FROM document d JOIN matter m ON m.id = d.matter
WHERE (:matter IS NULL OR m.number = :matter)
  AND (:committee IS NULL OR m.committee = :committee)
  AND (:meeting IS NULL OR m.number IN (SELECT i.number FROM item i
    JOIN meeting t ON t.id = i.meeting
    WHERE t.key = :meeting AND i.removed IS NULL))
ORDER BY m.number, d.nr;

-- name: list_minutes
SELECT m.key AS meeting, n.seq, n.paragraphs, n.state, n.adjusted, n.posted,
  n.taken_down
FROM minutes n JOIN meeting m ON m.id = n.meeting
WHERE (:committee IS NULL OR m.committee = :committee)
  AND (:meeting IS NULL OR m.key = :meeting)
  AND (:year IS NULL OR substr(m.day, 1, 4) = :year)
  AND (:state IS NULL OR n.state = :state)
ORDER BY m.day, m.committee, m.seq, n.seq;

-- name: list_notices
SELECT m.key AS meeting, n.seq, n.paragraphs, n.adjusted, n.posted,
  n.taken_down, n.state
FROM minutes n JOIN meeting m ON m.id = n.meeting
WHERE n.posted IS NOT NULL
  AND (:committee IS NULL OR m.committee = :committee)
  AND (:meeting IS NULL OR m.key = :meeting)
  AND (:year IS NULL OR substr(n.posted, 1, 4) = :year)
  AND (:state IS NULL OR n.state = :state)
ORDER BY n.posted, m.key, n.seq;

-- name: list_deliveries
SELECT m.key AS meeting, d.paragraph, d.recipient, d.way, d.state, d.sent,
  d.receipted
FROM delivery d JOIN meeting m ON m.id = d.meeting
WHERE (:committee IS NULL OR m.committee = :committee)
  AND (:meeting IS NULL OR m.key = :meeting)
  AND (:year IS NULL OR substr(m.day, 1, 4) = :year)
  AND (:state IS NULL OR d.state = :state)
ORDER BY m.day, m.key, d.paragraph, d.id;

-- name: list_issued
SELECT meeting, kind, paragraphs, format, day, sha256,
  (SELECT size FROM blob b WHERE b.sha256 = issued.sha256) AS bytes
FROM issued
WHERE (:meeting IS NULL OR meeting = :meeting)
  AND (:committee IS NULL OR meeting IN (SELECT key FROM meeting
    WHERE committee = :committee))
  AND (:kind IS NULL OR kind = :kind)
  AND (:year IS NULL OR substr(day, 1, 4) = :year)
ORDER BY id;

-- name: list_events
SELECT e.seq, e.instant, e.account AS "user", e.verb, e.fact,
  (SELECT k.key FROM fact_key k WHERE k.fact = e.fact AND k.id = e.fact_id)
    AS key,
  e.hash
FROM event e
WHERE (:user IS NULL OR e.account = :user)
  AND (:fact IS NULL OR e.fact = :fact)
  AND (:year IS NULL OR substr(e.instant, 1, 4) = :year)
ORDER BY e.seq;

-- name: list_users
SELECT a.name, a.role, a.login,
  (SELECT COUNT(*) FROM account_committee c WHERE c.account = a.id) AS grants
FROM account a
WHERE :committee IS NULL
  OR a.id IN (SELECT account FROM account_committee
    WHERE committee = :committee)
  OR a.id NOT IN (SELECT account FROM account_committee)
ORDER BY a.name;

-- Who appealed is nobody's business here.

-- name: list_appeals
SELECT m.key AS meeting, a.nr AS appeal, a.paragraph, a.received,
  a.place AS at, a.timely AS time, a.tried, a.forwarded, a.court,
  a.case_number AS "case", a.stayed, a.outcome, a.decided, a.reported_at
FROM appeal a JOIN meeting m ON m.id = a.meeting
WHERE (:committee IS NULL OR m.committee = :committee)
  AND (:meeting IS NULL OR m.key = :meeting)
  AND (:year IS NULL OR substr(a.received, 1, 4) = :year)
ORDER BY a.received, m.key, a.nr;

-- name: list_commissions
SELECT m.key AS meeting, p.nr AS paragraph,
  CASE WHEN c.point > 0 THEN c.point END AS point,
  CASE WHEN x.secret_provision IS NULL THEN COALESCE(c.text,
      (SELECT d.text FROM decision d
        WHERE d.paragraph = p.id AND d.position = c.point))
    ELSE x.neutral_title END AS text,
  c.responsible, c.due, c.reported, c.reported_at
FROM commission c
JOIN paragraph p ON p.id = c.paragraph
JOIN meeting m ON m.id = p.meeting
LEFT JOIN item i ON i.meeting = m.id AND i.nr = p.item AND i.removed IS NULL
LEFT JOIN matter x ON x.number = i.number
WHERE (:committee IS NULL OR m.committee = :committee)
  AND (:meeting IS NULL OR m.key = :meeting)
  AND (:year IS NULL OR substr(m.day, 1, 4) = :year)
ORDER BY COALESCE(c.due, '9999'), m.day, m.key, p.nr, c.position;

-- name: list_regulations
SELECT rule, committee, first_day AS "from", value, source
FROM regulation
WHERE :committee IS NULL OR committee IS NULL OR committee = :committee
ORDER BY rule, COALESCE(committee, ''), COALESCE(first_day, '');

-- What is to be answered by a day and has not been decided: with the meeting
-- at which that can be done, the first from the day :day on.

-- name: list_answers
SELECT x.number, x.title, x.committee, x.answer_by, x.meeting
FROM (SELECT m.number,
    CASE WHEN m.secret_provision IS NULL THEN m.title
      ELSE m.neutral_title END AS title,
    m.committee, m.answer_by,
    (SELECT t.key FROM meeting t
      WHERE t.committee = m.committee AND t.state IN ('planerat', 'kallat')
        AND t.day >= COALESCE(:day, '') AND t.day <= m.answer_by
      ORDER BY t.day, t.seq LIMIT 1) AS meeting,
    (SELECT p.outcome FROM item i
      JOIN meeting t ON t.id = i.meeting
      JOIN paragraph p ON p.meeting = i.meeting AND p.item = i.nr
      WHERE i.number = m.number AND i.removed IS NULL
      ORDER BY t.day DESC, t.seq DESC LIMIT 1) AS outcome
  FROM matter m
  WHERE m.answer_by IS NOT NULL
    AND (:committee IS NULL OR m.committee = :committee)) x
WHERE x.outcome IS NULL OR x.outcome IN ('bordlagt', 'återremiss')
ORDER BY x.answer_by, x.number;
