-- Quotes: whether what they say is true, found beside the verdict, and signed off with it; and who says what a claim says.
ALTER TABLE "claims" ADD COLUMN "truth" jsonb;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "asserter" jsonb;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD COLUMN "truth" bigint;