-- SPDX-License-Identifier: EUPL-1.2
--
-- Templates of the office's own, for all committees or one.

-- name: template_find
SELECT id FROM template
WHERE kind = ?3 AND COALESCE(committee, '') = COALESCE(?4, '');

-- name: template_put
INSERT INTO template(id, kind, committee, file, sha256, day)
VALUES (?1, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,
  committee = excluded.committee, file = excluded.file,
  sha256 = excluded.sha256, day = excluded.day;

-- name: template_delete
DELETE FROM template WHERE id = ?1;

-- name: template_canon
SELECT kind, committee, file, sha256, day FROM template WHERE id = ?1;

-- name: template_for
-- The committee's own before the one for all.
SELECT id, 0, kind, committee, file, sha256, day FROM template
WHERE kind = ?1 AND (committee = ?2 OR committee IS NULL)
ORDER BY committee IS NULL LIMIT 1;

-- name: template_all
SELECT t.id, 0, t.kind, t.committee, t.file, t.sha256, t.day,
  (SELECT e.account FROM event e WHERE e.fact = 'template'
    AND e.fact_id = t.id ORDER BY e.seq DESC LIMIT 1)
FROM template t ORDER BY t.kind, t.committee IS NOT NULL, t.committee;
