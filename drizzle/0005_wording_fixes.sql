-- Verdicts of “confirmed with change” keep the words they propose.
ALTER TABLE "verdicts" ADD COLUMN "proposed" text;