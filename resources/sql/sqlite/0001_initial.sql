-- SPDX-License-Identifier: GPL-3.0-or-later
-- The whole domain. Times are UTC milliseconds. `drill_run_id` 0 is the real world, anything else one run of a drill.
-- Enumerations are short English words, but for the hot columns of `mentions`, whose numbers stand beside them.

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Append-only and chained: hash = SHA-256 over previous_hash and the row's own fields (see store/auditchain.h).
CREATE TABLE audit_log (
    id            INTEGER PRIMARY KEY,
    at            INTEGER NOT NULL,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,
    entity        TEXT NOT NULL,
    entity_id     INTEGER NOT NULL,
    details       TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash          BLOB NOT NULL
);
CREATE INDEX audit_log_entity ON audit_log (entity, entity_id);
CREATE TRIGGER audit_log_is_append_only_update BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
CREATE TRIGGER audit_log_is_append_only_delete BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;

-- The newest row, so that a log cut at its end is found out.
CREATE TABLE audit_head (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    row  INTEGER NOT NULL,
    hash BLOB NOT NULL
);

-- People ---------------------------------------------------------------------------------------------------------

CREATE TABLE people (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    job_title   TEXT NOT NULL DEFAULT '',
    email       TEXT NOT NULL DEFAULT '',
    phone       TEXT NOT NULL DEFAULT '',
    note        TEXT NOT NULL DEFAULT '',
    deputy_id   INTEGER REFERENCES people (id),
    verified_at INTEGER,
    is_active   INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE person_roles (
    person_id INTEGER NOT NULL REFERENCES people (id),
    role_key  TEXT NOT NULL,
    PRIMARY KEY (person_id, role_key)
) WITHOUT ROWID;

-- Where posts come from ---------------------------------------------------------------------------------------------

CREATE TABLE accounts (
    id           INTEGER PRIMARY KEY,
    network      TEXT NOT NULL,
    handle       TEXT NOT NULL,
    display_name TEXT NOT NULL DEFAULT '',
    base_url     TEXT NOT NULL DEFAULT '',
    created_at   INTEGER NOT NULL,
    is_active    INTEGER NOT NULL DEFAULT 1,
    UNIQUE (network, handle)
);
CREATE TABLE sources (
    id              INTEGER PRIMARY KEY,
    name            TEXT NOT NULL UNIQUE,
    kind            TEXT NOT NULL,             -- feed, file, manual, drill
    network         TEXT NOT NULL,
    url             TEXT NOT NULL DEFAULT '',
    interval_s      INTEGER NOT NULL DEFAULT 300,
    cursor          BLOB,
    state           TEXT NOT NULL DEFAULT 'new', -- new, live, late, limited, failed, paused
    state_reason    TEXT NOT NULL DEFAULT '',
    last_attempt_at INTEGER,
    last_success_at INTEGER,
    created_at      INTEGER NOT NULL,
    is_enabled      INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE source_gaps (
    id        INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    from_at   INTEGER NOT NULL,
    to_at     INTEGER,
    reason    TEXT NOT NULL
);
CREATE TABLE watches (
    id                 INTEGER PRIMARY KEY,
    drill_run_id       INTEGER NOT NULL DEFAULT 0,
    name               TEXT NOT NULL,
    query              TEXT NOT NULL,
    sensitivity        TEXT NOT NULL DEFAULT 'balanced', -- low, balanced, high
    threshold_per_hour INTEGER,                          -- a fixed threshold, where a person wants one
    cooldown_s         INTEGER NOT NULL DEFAULT 3600,
    created_at         INTEGER NOT NULL,
    is_enabled         INTEGER NOT NULL DEFAULT 1
);

-- What people said --------------------------------------------------------------------------------------------------

CREATE TABLE authors (
    id            INTEGER PRIMARY KEY,
    network       TEXT NOT NULL,
    handle        TEXT NOT NULL,
    name          TEXT NOT NULL DEFAULT '',
    url           TEXT NOT NULL DEFAULT '',
    followers     INTEGER NOT NULL DEFAULT -1,
    note          TEXT NOT NULL DEFAULT '',
    first_seen_at INTEGER NOT NULL,
    UNIQUE (network, handle)
);
-- The id grows with the time of the post: (posted_at << 20) | a hash of its identity, next free value on a clash. So the
-- order of ids is the order of time, a page is a range of ids, and the newest hits of a search need no sort.
CREATE TABLE mentions (
    id           INTEGER PRIMARY KEY,
    drill_run_id INTEGER NOT NULL DEFAULT 0,
    network      TEXT NOT NULL,
    remote_id    TEXT NOT NULL,
    author_id    INTEGER NOT NULL REFERENCES authors (id),
    source_id    INTEGER REFERENCES sources (id),
    url          TEXT NOT NULL,
    text         TEXT NOT NULL,
    lang         TEXT NOT NULL,
    tonality     INTEGER NOT NULL,           -- 0 undetermined, 1 negative, 2 neutral, 3 positive
    negativity   REAL NOT NULL,              -- 0..1
    risks        INTEGER NOT NULL,           -- bits of analysis::Risk
    reasons      TEXT NOT NULL,              -- JSON: [["term",weight],…], what moved tonality and risk
    fingerprint  INTEGER NOT NULL,           -- analysis::fingerprint of the text
    group_id     INTEGER NOT NULL,           -- id of the first mention of the near-duplicate group; own id when alone
    status       INTEGER NOT NULL DEFAULT 0, -- 0 new, 1 waiting, 2 done
    priority     INTEGER NOT NULL,           -- 0..100
    assignee     TEXT NOT NULL DEFAULT '',
    likes        INTEGER NOT NULL,
    reposts      INTEGER NOT NULL,
    replies      INTEGER NOT NULL,
    in_reply_to  TEXT NOT NULL,
    root         TEXT NOT NULL,
    posted_at    INTEGER NOT NULL,
    captured_at  INTEGER NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1,
    sha256       BLOB NOT NULL,              -- of the text as captured, UTF-8
    extra        TEXT NOT NULL DEFAULT '',   -- members of the source that Vigie does not know, JSON
    UNIQUE (drill_run_id, network, remote_id)
);
-- Covers the lists: the ids of one status, newest first, with whatever else a list is narrowed by.
CREATE INDEX mentions_list ON mentions (drill_run_id, status, id, tonality, lang, group_id);
CREATE INDEX mentions_by_author ON mentions (author_id);
CREATE INDEX mentions_by_group ON mentions (group_id);
CREATE VIRTUAL TABLE mention_fts USING fts5 (
    text, content = 'mentions', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2");

-- A text that was edited on the network: what it said before.
CREATE TABLE mention_versions (
    mention_id  INTEGER NOT NULL REFERENCES mentions (id),
    version     INTEGER NOT NULL,
    text        TEXT NOT NULL,
    sha256      BLOB NOT NULL,
    captured_at INTEGER NOT NULL,
    PRIMARY KEY (mention_id, version)
) WITHOUT ROWID;
CREATE TABLE mention_watches (
    watch_id   INTEGER NOT NULL REFERENCES watches (id),
    mention_id INTEGER NOT NULL REFERENCES mentions (id),
    PRIMARY KEY (watch_id, mention_id)
) WITHOUT ROWID;
CREATE TABLE labels (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE mention_labels (
    mention_id INTEGER NOT NULL REFERENCES mentions (id),
    label_id   INTEGER NOT NULL REFERENCES labels (id),
    PRIMARY KEY (mention_id, label_id)
) WITHOUT ROWID;
CREATE INDEX mention_labels_by_label ON mention_labels (label_id, mention_id);
CREATE TABLE mention_notes (
    id         INTEGER PRIMARY KEY,
    mention_id INTEGER NOT NULL REFERENCES mentions (id),
    at         INTEGER NOT NULL,
    author     TEXT NOT NULL,
    text       TEXT NOT NULL
);
CREATE INDEX mention_notes_by_mention ON mention_notes (mention_id);
CREATE TABLE tonality_corrections (
    id         INTEGER PRIMARY KEY,
    mention_id INTEGER NOT NULL REFERENCES mentions (id),
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    was        INTEGER NOT NULL,
    now        INTEGER NOT NULL
);

-- Counts per five minutes of the time of posting. watch_id 0 counts every real mention, -N every mention of drill run N.
CREATE TABLE volume_buckets (
    watch_id     INTEGER NOT NULL,
    start_at     INTEGER NOT NULL,
    total        INTEGER NOT NULL,
    negative     INTEGER NOT NULL,
    neutral      INTEGER NOT NULL,
    positive     INTEGER NOT NULL,
    undetermined INTEGER NOT NULL,
    PRIMARY KEY (watch_id, start_at)
) WITHOUT ROWID;

CREATE TABLE alerts (
    id              INTEGER PRIMARY KEY,
    drill_run_id    INTEGER NOT NULL DEFAULT 0,
    watch_id        INTEGER NOT NULL REFERENCES watches (id),
    kind            TEXT NOT NULL,               -- volume, negative-share, threshold
    raised_at       INTEGER NOT NULL,            -- detected, in the time of the posts
    captured_at     INTEGER NOT NULL,            -- when this program found it
    window_from     INTEGER NOT NULL,
    window_to       INTEGER NOT NULL,
    observed        REAL NOT NULL,
    usual           REAL NOT NULL,
    threshold       REAL NOT NULL,
    reasons         TEXT NOT NULL,               -- JSON, see monitoring/alert.h
    state           TEXT NOT NULL DEFAULT 'new', -- new, acknowledged, dismissed
    acknowledged_at INTEGER,
    acknowledged_by TEXT NOT NULL DEFAULT '',
    incident_id     INTEGER REFERENCES incidents (id)
);
CREATE INDEX alerts_by_time ON alerts (drill_run_id, raised_at);

-- The plan ------------------------------------------------------------------------------------------------------------

CREATE TABLE playbooks (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    version     INTEGER NOT NULL, -- the current one
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    reviewed_at INTEGER,
    is_archived INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE playbook_versions (
    id          INTEGER PRIMARY KEY,
    playbook_id INTEGER NOT NULL REFERENCES playbooks (id),
    version     INTEGER NOT NULL,
    content     TEXT NOT NULL,    -- the playbook's file, JSON, without its messages
    created_at  INTEGER NOT NULL,
    created_by  TEXT NOT NULL,
    note        TEXT NOT NULL DEFAULT '',
    UNIQUE (playbook_id, version)
);
CREATE TABLE messages (
    id              INTEGER PRIMARY KEY,
    playbook_id     INTEGER NOT NULL REFERENCES playbooks (id),
    key             TEXT NOT NULL,
    phase           TEXT NOT NULL,   -- holding, update, correction, apology, closing, reply
    audience        TEXT NOT NULL,   -- public, affected, customer, press, employees
    title_en        TEXT NOT NULL,
    title_fr        TEXT NOT NULL,
    situation_en    TEXT NOT NULL DEFAULT '',
    situation_fr    TEXT NOT NULL DEFAULT '',
    owner_role      TEXT NOT NULL DEFAULT '',
    approver_role   TEXT NOT NULL DEFAULT '',
    review_due_days INTEGER NOT NULL DEFAULT 180,
    expires_days    INTEGER NOT NULL DEFAULT 365,
    position        INTEGER NOT NULL DEFAULT 0, -- the order of the file
    is_retired      INTEGER NOT NULL DEFAULT 0, -- no longer in the playbook; kept for the replies that used it
    UNIQUE (playbook_id, key)
);
CREATE TABLE message_variants (
    id          INTEGER PRIMARY KEY,
    message_id  INTEGER NOT NULL REFERENCES messages (id),
    language    TEXT NOT NULL,
    network     TEXT NOT NULL DEFAULT '',       -- '' for any; x, bluesky, mastodon, private, …
    text        TEXT NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1,
    state       TEXT NOT NULL DEFAULT 'draft',  -- draft, pending, approved, rejected
    approved_by TEXT NOT NULL DEFAULT '',
    approved_at INTEGER,
    expires_at  INTEGER,
    review_at   INTEGER,
    updated_at  INTEGER NOT NULL,
    updated_by  TEXT NOT NULL,
    is_retired  INTEGER NOT NULL DEFAULT 0,
    UNIQUE (message_id, language, network)
);
CREATE TABLE message_approvals (
    id          INTEGER PRIMARY KEY,
    variant_id  INTEGER NOT NULL REFERENCES message_variants (id),
    version     INTEGER NOT NULL,
    actor       TEXT NOT NULL,
    decision    TEXT NOT NULL,                  -- approved, rejected
    note        TEXT NOT NULL DEFAULT '',
    at          INTEGER NOT NULL,
    text_sha256 BLOB NOT NULL
);

-- A crisis ------------------------------------------------------------------------------------------------------------

CREATE TABLE incidents (
    id                 INTEGER PRIMARY KEY,
    drill_run_id       INTEGER NOT NULL DEFAULT 0,
    title              TEXT NOT NULL,
    kind               TEXT NOT NULL,
    severity           INTEGER NOT NULL,        -- 1 to 4, as in the playbook; 4 is the gravest
    state              TEXT NOT NULL,           -- open, closed
    language           TEXT NOT NULL,           -- the crisis's own: en, fr
    playbook_id        INTEGER REFERENCES playbooks (id),
    playbook_version   INTEGER NOT NULL DEFAULT 0,
    snapshot           TEXT NOT NULL,           -- the playbook with its messages as it was at opening, JSON
    alert_id           INTEGER REFERENCES alerts (id),
    watch_id           INTEGER REFERENCES watches (id),
    began_at           INTEGER NOT NULL,
    detected_at        INTEGER NOT NULL,
    opened_at          INTEGER NOT NULL,
    acknowledged_at    INTEGER,                 -- a person took charge
    first_statement_at INTEGER,
    first_reply_at     INTEGER,
    resolved_at        INTEGER,
    closed_at          INTEGER,
    cadence_s          INTEGER NOT NULL,
    next_update_at     INTEGER,
    legal_hold         INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX incidents_by_state ON incidents (drill_run_id, state);
CREATE TABLE incident_mentions (
    incident_id INTEGER NOT NULL REFERENCES incidents (id),
    mention_id  INTEGER NOT NULL REFERENCES mentions (id),
    is_key      INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (incident_id, mention_id)
) WITHOUT ROWID;
CREATE TABLE incident_roles (
    incident_id INTEGER NOT NULL REFERENCES incidents (id),
    role_key    TEXT NOT NULL,
    person      TEXT NOT NULL,
    since       INTEGER NOT NULL,
    PRIMARY KEY (incident_id, role_key)
) WITHOUT ROWID;
CREATE TABLE tasks (
    id             INTEGER PRIMARY KEY,
    incident_id    INTEGER NOT NULL REFERENCES incidents (id),
    step_key       TEXT NOT NULL DEFAULT '',
    position       INTEGER NOT NULL,
    title          TEXT NOT NULL,
    detail         TEXT NOT NULL DEFAULT '',
    phase          TEXT NOT NULL DEFAULT '',
    role_key       TEXT NOT NULL DEFAULT '',
    assignee       TEXT NOT NULL DEFAULT '',
    due_at         INTEGER,
    state          TEXT NOT NULL DEFAULT 'open', -- open, done, skipped
    requires_proof INTEGER NOT NULL DEFAULT 0,
    proof          TEXT NOT NULL DEFAULT '',
    done_at        INTEGER,
    done_by        TEXT NOT NULL DEFAULT ''
);
CREATE INDEX tasks_by_incident ON tasks (incident_id, state);
CREATE TABLE status_updates (
    id             INTEGER PRIMARY KEY,
    incident_id    INTEGER NOT NULL REFERENCES incidents (id),
    at             INTEGER NOT NULL,
    author         TEXT NOT NULL,
    text           TEXT NOT NULL,
    is_public      INTEGER NOT NULL DEFAULT 0,   -- 1: a statement that was published
    next_update_at INTEGER
);
CREATE TABLE decisions (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incidents (id),
    at          INTEGER NOT NULL,
    what        TEXT NOT NULL,
    why         TEXT NOT NULL,
    options     TEXT NOT NULL DEFAULT '',
    actor       TEXT NOT NULL,
    recheck_at  INTEGER
);
CREATE TABLE facts (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incidents (id),
    text        TEXT NOT NULL,
    state       TEXT NOT NULL,                   -- confirmed, checking, not-to-say, withdrawn
    origin      TEXT NOT NULL DEFAULT '',
    at          INTEGER NOT NULL,
    actor       TEXT NOT NULL,
    updated_at  INTEGER NOT NULL
);
-- The running log (main courante).
CREATE TABLE log_entries (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incidents (id),
    at          INTEGER NOT NULL,
    kind        TEXT NOT NULL,                   -- note, opened, severity, role, task, update, decision, fact, reply, alert, closed, …
    text        TEXT NOT NULL,
    actor       TEXT NOT NULL,
    is_starred  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX log_entries_by_incident ON log_entries (incident_id, at);
CREATE TABLE stakeholders (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incidents (id),
    name        TEXT NOT NULL,
    role_key    TEXT NOT NULL DEFAULT '',
    due_at      INTEGER,
    told_at     INTEGER,
    told_by     TEXT NOT NULL DEFAULT ''
);

-- Answers -------------------------------------------------------------------------------------------------------------

CREATE TABLE replies (
    id                 INTEGER PRIMARY KEY,
    drill_run_id       INTEGER NOT NULL DEFAULT 0,
    incident_id        INTEGER REFERENCES incidents (id),
    mention_id         INTEGER REFERENCES mentions (id),
    account_id         INTEGER REFERENCES accounts (id),
    message_variant_id INTEGER REFERENCES message_variants (id),
    network            TEXT NOT NULL,
    recipient          TEXT NOT NULL DEFAULT '',
    visibility         TEXT NOT NULL,            -- public, private
    language           TEXT NOT NULL,
    text               TEXT NOT NULL,
    state              TEXT NOT NULL,            -- draft, pending, approved, sending, sent, failed, unknown, cancelled
    idempotency_key    TEXT NOT NULL UNIQUE,
    created_by         TEXT NOT NULL,
    edited_by          TEXT NOT NULL DEFAULT '', -- who wrote the text as it stands: never its approver
    approved_by        TEXT NOT NULL DEFAULT '',
    approved_at        INTEGER,
    created_at         INTEGER NOT NULL,
    updated_at         INTEGER NOT NULL,
    sent_at            INTEGER,
    remote_url         TEXT NOT NULL DEFAULT '',
    state_reason       TEXT NOT NULL DEFAULT ''
);
CREATE INDEX replies_by_state ON replies (drill_run_id, state);
CREATE INDEX replies_by_mention ON replies (mention_id);
CREATE TABLE reply_attempts (
    id         INTEGER PRIMARY KEY,
    reply_id   INTEGER NOT NULL REFERENCES replies (id),
    number     INTEGER NOT NULL,
    route      TEXT NOT NULL,                    -- assisted, api
    payload    TEXT NOT NULL,                    -- frozen: exactly what leaves
    started_at INTEGER NOT NULL,
    ended_at   INTEGER,
    outcome    TEXT NOT NULL DEFAULT '',         -- sent, failed, unknown
    detail     TEXT NOT NULL DEFAULT '',
    UNIQUE (reply_id, number)
);
CREATE TABLE promises (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER REFERENCES incidents (id),
    reply_id    INTEGER REFERENCES replies (id),
    mention_id  INTEGER REFERENCES mentions (id),
    text        TEXT NOT NULL,
    promised_by TEXT NOT NULL,
    promised_to TEXT NOT NULL DEFAULT '',
    due_at      INTEGER,
    state       TEXT NOT NULL DEFAULT 'open',    -- open, kept, broken
    settled_at  INTEGER
);
CREATE TABLE remedies (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER REFERENCES incidents (id),
    mention_id  INTEGER REFERENCES mentions (id),
    kind        TEXT NOT NULL,
    detail      TEXT NOT NULL DEFAULT '',
    amount      INTEGER,                         -- in cents
    currency    TEXT NOT NULL DEFAULT '',
    offered_by  TEXT NOT NULL,
    approved_by TEXT NOT NULL DEFAULT '',
    state       TEXT NOT NULL,                   -- offered, accepted, declined, delivered
    at          INTEGER NOT NULL
);

-- Learning ------------------------------------------------------------------------------------------------------------

CREATE TABLE reviews (
    id          INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL UNIQUE REFERENCES incidents (id),
    state       TEXT NOT NULL DEFAULT 'draft',   -- draft, final
    summary     TEXT NOT NULL DEFAULT '',
    causes      TEXT NOT NULL DEFAULT '',
    impact      TEXT NOT NULL DEFAULT '',
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
);
CREATE TABLE findings (
    id        INTEGER PRIMARY KEY,
    review_id INTEGER NOT NULL REFERENCES reviews (id),
    kind      TEXT NOT NULL,                     -- went-wrong, to-improve, worked, luck
    text      TEXT NOT NULL,
    position  INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE actions (
    id         INTEGER PRIMARY KEY,
    review_id  INTEGER NOT NULL REFERENCES reviews (id),
    finding_id INTEGER REFERENCES findings (id),
    text       TEXT NOT NULL,
    owner      TEXT NOT NULL DEFAULT '',
    due_at     INTEGER,
    state      TEXT NOT NULL DEFAULT 'open',     -- open, done, dropped
    done_at    INTEGER
);

-- Drills ----------------------------------------------------------------------------------------------------------------

CREATE TABLE drill_runs (
    id          INTEGER PRIMARY KEY,
    scenario    TEXT NOT NULL,
    title       TEXT NOT NULL,
    language    TEXT NOT NULL,
    incident_id INTEGER REFERENCES incidents (id),
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    score       TEXT NOT NULL DEFAULT ''         -- JSON, see drill/score.h
);
