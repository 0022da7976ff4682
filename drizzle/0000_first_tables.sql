-- The first house: streams and what is appended to them, newsrooms and their people, the rows of an article's current state,
-- and the tables of sign-in in a schema of their own.
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "client_ids" (
	"stream_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"person" text NOT NULL,
	CONSTRAINT "client_ids_stream_id_client_id_pk" PRIMARY KEY("stream_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"newsroom_id" uuid NOT NULL,
	"stream_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"type" text NOT NULL,
	"claim_id" uuid,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"body" text NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "events_stream_id_seq_pk" PRIMARY KEY("stream_id","seq")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "private_texts" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"stream_id" uuid NOT NULL,
	"salt" "bytea" NOT NULL,
	"body" text,
	"erased_at" timestamp (3) with time zone,
	"erased_by" text
);
--> statement-breakpoint
ALTER TABLE "private_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "snapshots" (
	"stream_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"state" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "snapshots_stream_id_seq_pk" PRIMARY KEY("stream_id","seq")
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"newsroom_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"head_hash" "bytea" NOT NULL,
	"head_event_seq" bigint DEFAULT 0 NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"stream_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"quarantined" text,
	CONSTRAINT "updates_stream_id_seq_pk" PRIMARY KEY("stream_id","seq")
);
--> statement-breakpoint
CREATE TABLE "answered_keys" (
	"newsroom_id" uuid NOT NULL,
	"person" text NOT NULL,
	"key" text NOT NULL,
	"command" text NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answered_keys_newsroom_id_person_key_pk" PRIMARY KEY("newsroom_id","person","key")
);
--> statement-breakpoint
ALTER TABLE "answered_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"newsroom_id" uuid NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"hue" integer NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "memberships_newsroom_id_person_pk" PRIMARY KEY("newsroom_id","person")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "newsrooms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	CONSTRAINT "newsrooms_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "articles" (
	"newsroom_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"deck" text,
	"publication_date" text,
	"language" text NOT NULL,
	"direction" text NOT NULL,
	"stage" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"open" text NOT NULL,
	"people" text[] NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"claim_count" integer NOT NULL,
	"placed_at_seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "articles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claims" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"recorded" text NOT NULL,
	"attached" boolean NOT NULL,
	"ranges" jsonb NOT NULL,
	"doubled" integer NOT NULL,
	"logged_words" text,
	"withdrawn" boolean NOT NULL,
	"marked_by" text NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	"assignee" text,
	CONSTRAINT "claims_article_id_id_pk" PRIMARY KEY("article_id","id")
);
--> statement-breakpoint
ALTER TABLE "claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"stance" text NOT NULL,
	"details_id" uuid NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"words" text NOT NULL,
	"verdict" bigint NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_offs_article_id_seq_pk" PRIMARY KEY("article_id","seq")
);
--> statement-breakpoint
ALTER TABLE "sign_offs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verdicts" (
	"newsroom_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"given_seq" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"rating" text NOT NULL,
	"words" text NOT NULL,
	"why_id" uuid,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"held_by" text,
	"held_at" timestamp (3) with time zone,
	"role" text NOT NULL,
	CONSTRAINT "verdicts_article_id_given_seq_pk" PRIMARY KEY("article_id","given_seq")
);
--> statement-breakpoint
ALTER TABLE "verdicts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "client_ids" ADD CONSTRAINT "client_ids_stream_id_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_stream_id_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_texts" ADD CONSTRAINT "private_texts_stream_id_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_stream_id_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_stream_id_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answered_keys" ADD CONSTRAINT "answered_keys_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_id_streams_id_fk" FOREIGN KEY ("id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_article_id_claim_id_claims_article_id_id_fk" FOREIGN KEY ("article_id","claim_id") REFERENCES "public"."claims"("article_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_article_id_claim_id_claims_article_id_id_fk" FOREIGN KEY ("article_id","claim_id") REFERENCES "public"."claims"("article_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_newsroom_id_newsrooms_id_fk" FOREIGN KEY ("newsroom_id") REFERENCES "public"."newsrooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_article_id_claim_id_claims_article_id_id_fk" FOREIGN KEY ("article_id","claim_id") REFERENCES "public"."claims"("article_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_claim" ON "events" USING btree ("claim_id","seq");--> statement-breakpoint
CREATE INDEX "private_texts_of_stream" ON "private_texts" USING btree ("stream_id");--> statement-breakpoint
CREATE INDEX "memberships_of_person" ON "memberships" USING btree ("person");--> statement-breakpoint
CREATE INDEX "sources_of_newsroom" ON "sources" USING btree ("newsroom_id","added_at");--> statement-breakpoint
CREATE INDEX "articles_of_newsroom" ON "articles" USING btree ("newsroom_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claims_number" ON "claims" USING btree ("article_id","number");--> statement-breakpoint
CREATE INDEX "evidence_of_claim" ON "evidence" USING btree ("article_id","claim_id");--> statement-breakpoint
CREATE INDEX "evidence_of_source" ON "evidence" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "sign_offs_of_claim" ON "sign_offs" USING btree ("article_id","claim_id");--> statement-breakpoint
CREATE INDEX "verdicts_of_claim" ON "verdicts" USING btree ("article_id","claim_id");--> statement-breakpoint
CREATE INDEX "account_of_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_of_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_of_identifier" ON "auth"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "events" AS PERMISSIVE FOR ALL TO public USING ("events"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("events"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "private_texts" AS PERMISSIVE FOR ALL TO public USING ("private_texts"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("private_texts"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "answered_keys" AS PERMISSIVE FOR ALL TO public USING ("answered_keys"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("answered_keys"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "memberships" AS PERMISSIVE FOR ALL TO public USING ("memberships"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("memberships"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_memberships" ON "memberships" AS PERMISSIVE FOR SELECT TO public USING ("memberships"."person" = nullif(current_setting('app.person', true), ''));--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "sources" AS PERMISSIVE FOR ALL TO public USING ("sources"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("sources"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "articles" AS PERMISSIVE FOR ALL TO public USING ("articles"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("articles"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "claims" AS PERMISSIVE FOR ALL TO public USING ("claims"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("claims"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "evidence" AS PERMISSIVE FOR ALL TO public USING ("evidence"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("evidence"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "sign_offs" AS PERMISSIVE FOR ALL TO public USING ("sign_offs"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("sign_offs"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "of_newsroom" ON "verdicts" AS PERMISSIVE FOR ALL TO public USING ("verdicts"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid) WITH CHECK ("verdicts"."newsroom_id" = nullif(current_setting('app.newsroom_id', true), '')::uuid);