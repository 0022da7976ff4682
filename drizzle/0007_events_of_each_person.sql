-- What each person did is found without reading the whole log: their first night asks for it on every desk.
CREATE INDEX "events_of_person" ON "events" USING btree ("newsroom_id","by","type","at");