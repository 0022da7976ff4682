-- What has happened cannot be made not to have happened: events are only ever added, by anyone, the owner's hand included.
-- The application's role gets what it needs and nothing more; tables that come later are granted in the migration that makes them.
CREATE FUNCTION refuse_changing_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are kept for good: % refused', TG_OP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_are_kept BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_changing_events();
--> statement-breakpoint
CREATE TRIGGER events_are_not_truncated BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_changing_events();
--> statement-breakpoint
GRANT USAGE ON SCHEMA public, auth TO tickmark_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, auth TO tickmark_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON events FROM tickmark_app;
