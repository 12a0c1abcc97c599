-- SPDX-License-Identifier: EUPL-1.2
--
-- The drafts of a meeting's minutes: records as they stood, and what was made
-- of them, until they are weeded.

-- name: drafts_of
SELECT id, sha256, day FROM frozen_record
WHERE meeting = ?1 AND kind = ?2 ORDER BY id;

-- name: drafts_issued
SELECT i.id, i.sha256 FROM issued i JOIN meeting m ON m.key = i.meeting
WHERE m.id = ?1 AND i.kind = ?2 ORDER BY i.id;

-- name: record_delete
DELETE FROM frozen_record WHERE id = ?1;

-- name: issued_delete
DELETE FROM issued WHERE id = ?1;

-- name: blob_weed
DELETE FROM blob WHERE sha256 = ?1
  AND NOT EXISTS (SELECT 1 FROM organisation WHERE picture_sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM document WHERE sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM agenda_version WHERE record_sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM minutes
    WHERE record_sha256 = ?1 OR pdf_sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM frozen_record WHERE sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM issued WHERE sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM template WHERE sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM annex WHERE sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM approval WHERE evidence_sha256 = ?1);
