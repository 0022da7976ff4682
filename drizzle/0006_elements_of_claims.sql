-- What was found of the figures, names, titles, dates and places in a claim’s words.
ALTER TABLE "claims" ADD COLUMN "elements" jsonb DEFAULT '{}'::jsonb NOT NULL;