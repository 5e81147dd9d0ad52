-- SPDX-License-Identifier: GPL-3.0-or-later
-- Accounts that are signed in (their keys are in the keychain, never here), and sources that read with them.

ALTER TABLE accounts ADD COLUMN user_id TEXT NOT NULL DEFAULT '';      -- opaque: a number, a DID
ALTER TABLE accounts ADD COLUMN state TEXT NOT NULL DEFAULT 'manual';  -- manual (no key), signed-in, signed-out
ALTER TABLE accounts ADD COLUMN state_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN secret_name TEXT NOT NULL DEFAULT '';  -- under which the keychain keeps its keys: a UUID

-- The kinds of a source are now: feed, mentions, search, hashtag, firehose, webhook, folder, file, manual, drill.
ALTER TABLE sources ADD COLUMN account_id INTEGER REFERENCES accounts (id);
ALTER TABLE sources ADD COLUMN query TEXT NOT NULL DEFAULT '';

-- A post that its author or network took away: when we learnt it. Its text goes, unless the desk is under legal hold; what is
-- left is the tombstone: ids, times, the hash of the text, and what was done about it.
ALTER TABLE mentions ADD COLUMN gone_at INTEGER;
