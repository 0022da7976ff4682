-- New drafts wait here, with the text they were compared with, until somebody brings them in; claims found to be one are merged.
CREATE TABLE "pending_drafts" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"original" jsonb,
	"base_seq" bigint NOT NULL,
	"base_state" "bytea" NOT NULL,
	"client_id" bigint NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pending_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "pending_drafts" ADD CONSTRAINT "pending_drafts_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_drafts" ADD CONSTRAINT "pending_drafts_article_id_streams_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_of_article" ON "pending_drafts" USING btree ("article_id");--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "pending_drafts" AS PERMISSIVE FOR ALL TO public USING ("pending_drafts"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("pending_drafts"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON pending_drafts TO tickmark_app;
