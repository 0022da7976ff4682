-- Sentences ticked “nothing to check”, bound to their exact words.
CREATE TABLE "ticks" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"words" text NOT NULL,
	"places" integer NOT NULL,
	"reason" text NOT NULL,
	"why_id" uuid,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "ticks_article_id_sha256_pk" PRIMARY KEY("article_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "ticks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ticks" ADD CONSTRAINT "ticks_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticks" ADD CONSTRAINT "ticks_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "ticks" AS PERMISSIVE FOR ALL TO public USING ("ticks"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("ticks"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ticks TO tickmark_app;
