-- SPDX-License-Identifier: GPL-3.0-or-later
-- Posts from a file with the tonality that a person gave them. Together with tonality_corrections they are what this desk
-- teaches its model; the weights themselves are made anew from them, and stored nowhere.
CREATE TABLE tonality_lessons (
    id        INTEGER PRIMARY KEY,
    remote_id TEXT NOT NULL UNIQUE,
    text      TEXT NOT NULL,
    lang      TEXT NOT NULL,
    tonality  INTEGER NOT NULL, -- as in mentions
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL
);
CREATE INDEX tonality_corrections_by_mention ON tonality_corrections (mention_id, id);
