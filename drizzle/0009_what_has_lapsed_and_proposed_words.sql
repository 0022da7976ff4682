-- What had lapsed stays so when a verdict is taken back: the last re-opening of a claim is kept, and when its verdict was cleared. Proposed
-- words lie in erasable texts.
ALTER TABLE "claims" ADD COLUMN "cleared_seq" bigint;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "proposed_id" uuid;--> statement-breakpoint
UPDATE claims c SET cleared_seq = e.seq FROM (
  SELECT stream_id, claim_id, max(seq) AS seq FROM events
  WHERE type = 'verdict-taken-back' AND body LIKE '%"back":null%' GROUP BY stream_id, claim_id
) e WHERE c.article_id = e.stream_id AND c.id = e.claim_id;--> statement-breakpoint
UPDATE claims c SET reopened = jsonb_build_object(
  'seq', e.seq, 'sourceId', e.body::jsonb #> '{event,sourceId}', 'because', e.body::jsonb #> '{event,because}'
) FROM (
  SELECT DISTINCT ON (stream_id, claim_id) stream_id, claim_id, seq, body FROM events
  WHERE type = 'claim-reopened' ORDER BY stream_id, claim_id, seq DESC
) e WHERE c.article_id = e.stream_id AND c.id = e.claim_id;
