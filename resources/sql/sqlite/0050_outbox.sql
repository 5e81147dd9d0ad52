-- SPDX-License-Identifier: GPL-3.0-or-later
-- Replies that the program sends by itself (reply/dispatcher.h).

-- When a person put it on its way, and who. Kept when it has left.
ALTER TABLE replies ADD COLUMN queued_at INTEGER;
ALTER TABLE replies ADD COLUMN queued_by TEXT NOT NULL DEFAULT '';
-- An approved reply leaves by itself from then on; NULL: it does not.
ALTER TABLE replies ADD COLUMN leave_at INTEGER;
-- The other half of an answer given in public and in private. Each names the other; the private one leaves second.
ALTER TABLE replies ADD COLUMN partner_id INTEGER REFERENCES replies (id);
ALTER TABLE replies ADD COLUMN remote_id TEXT NOT NULL DEFAULT '';
CREATE INDEX replies_to_leave ON replies (leave_at) WHERE leave_at IS NOT NULL;
CREATE INDEX replies_by_remote_id ON replies (network, remote_id) WHERE remote_id <> '';

-- How often the network was searched for an attempt of unknown outcome, and when next. NULL: only a person can say.
ALTER TABLE reply_attempts ADD COLUMN looks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reply_attempts ADD COLUMN look_at INTEGER;
CREATE INDEX reply_attempts_to_look_for ON reply_attempts (look_at) WHERE look_at IS NOT NULL;
