-- From commission to approval: files and details of articles, sources with terms and origins, talk and queries, review and versions,
-- invitations and programs, tries at a password. Tables made here are the application's to use, like those before them.
CREATE TABLE "invitations" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"email_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"token_sha256" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"accepted_by" text,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "origins" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"name_id" uuid NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "origins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_documents" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"name_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exceptions" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"rule" text NOT NULL,
	"words" text NOT NULL,
	"verdict" bigint,
	"why_id" uuid NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exceptions_article_id_seq_pk" PRIMARY KEY("article_id","seq")
);
--> statement-breakpoint
ALTER TABLE "exceptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "looks" (
	"newsroom_id" uuid NOT NULL,
	"person" text NOT NULL,
	"article_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"version" integer,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "looks_person_article_id_pk" PRIMARY KEY("person","article_id")
);
--> statement-breakpoint
ALTER TABLE "looks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "queries" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"to" text NOT NULL,
	"answer_id" uuid,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"decision_id" uuid,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "queries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_steps" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"step" text NOT NULL,
	"version" integer,
	"note_id" uuid,
	"claims" jsonb,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_steps_article_id_seq_pk" PRIMARY KEY("article_id","seq")
);
--> statement-breakpoint
ALTER TABLE "review_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "talk" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"mentions" text[] NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "talk" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "versions" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cause" text NOT NULL,
	"seq" bigint NOT NULL,
	"text_seq" bigint NOT NULL,
	"text" text NOT NULL,
	"document" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "versions_article_id_number_pk" PRIMARY KEY("article_id","number")
);
--> statement-breakpoint
ALTER TABLE "versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."failed_sign_ins" (
	"account" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "kind" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "token_sha256" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "left" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "details_id" uuid;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "url_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "author" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "published_on" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "language" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "terms" text DEFAULT 'on-record' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "attribution" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "anonymity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "origin_id" uuid;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "state" text DEFAULT 'stands' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "state_why_id" uuid;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "byline" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "desk" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "original" jsonb;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "assignees" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "risk" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "reopened" jsonb;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origins" ADD CONSTRAINT "origins_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_documents" ADD CONSTRAINT "source_documents_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_documents" ADD CONSTRAINT "source_documents_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_article_id_claim_id_claims_article_id_id_fk" FOREIGN KEY ("article_id","claim_id") REFERENCES "public"."claims"("article_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_article_id_streams_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queries" ADD CONSTRAINT "queries_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queries" ADD CONSTRAINT "queries_article_id_claim_id_claims_article_id_id_fk" FOREIGN KEY ("article_id","claim_id") REFERENCES "public"."claims"("article_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_steps" ADD CONSTRAINT "review_steps_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_steps" ADD CONSTRAINT "review_steps_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk" ADD CONSTRAINT "talk_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk" ADD CONSTRAINT "talk_article_id_claim_id_claims_article_id_id_fk" FOREIGN KEY ("article_id","claim_id") REFERENCES "public"."claims"("article_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_article_id_streams_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_of_newsroom" ON "invitations" USING btree ("newsroom_id","at");--> statement-breakpoint
CREATE INDEX "origins_of_newsroom" ON "origins" USING btree ("newsroom_id");--> statement-breakpoint
CREATE INDEX "documents_of_source" ON "source_documents" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "queries_of_claim" ON "queries" USING btree ("article_id","claim_id");--> statement-breakpoint
CREATE INDEX "talk_of_claim" ON "talk" USING btree ("article_id","claim_id");--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_origin_id_origins_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."origins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_merged_into_sources_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "invitations" AS PERMISSIVE FOR ALL TO public USING ("invitations"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("invitations"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "origins" AS PERMISSIVE FOR ALL TO public USING ("origins"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("origins"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "source_documents" AS PERMISSIVE FOR ALL TO public USING ("source_documents"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("source_documents"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "exceptions" AS PERMISSIVE FOR ALL TO public USING ("exceptions"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("exceptions"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "looks" AS PERMISSIVE FOR ALL TO public USING ("looks"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("looks"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "queries" AS PERMISSIVE FOR ALL TO public USING ("queries"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("queries"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "review_steps" AS PERMISSIVE FOR ALL TO public USING ("review_steps"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("review_steps"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "talk" AS PERMISSIVE FOR ALL TO public USING ("talk"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("talk"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "versions" AS PERMISSIVE FOR ALL TO public USING ("versions"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("versions"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations, origins, source_documents, talk, queries, exceptions, versions, review_steps, looks, auth.failed_sign_ins TO tickmark_app;
--> statement-breakpoint
-- A version is kept as it was made.
REVOKE UPDATE, DELETE ON versions FROM tickmark_app;
