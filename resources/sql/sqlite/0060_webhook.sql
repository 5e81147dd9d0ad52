-- SPDX-License-Identifier: GPL-3.0-or-later
-- What others brought by the webhook: a delivery that comes again is answered, and not taken again.

CREATE TABLE webhook_deliveries (
    source_id   INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    delivery_id TEXT NOT NULL,      -- the sender's
    received_at INTEGER NOT NULL,
    PRIMARY KEY (source_id, delivery_id)
) WITHOUT ROWID;
CREATE INDEX webhook_deliveries_by_time ON webhook_deliveries (received_at);
