-- Suggested words that were skipped, bound to the words; and whether an article’s desk opens with suggestions.
CREATE TABLE "skips" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"words" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "skips_article_id_sha256_pk" PRIMARY KEY("article_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "skips" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "suggests" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "skips" ADD CONSTRAINT "skips_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skips" ADD CONSTRAINT "skips_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "skips" AS PERMISSIVE FOR ALL TO public USING ("skips"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("skips"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON skips TO tickmark_app;
