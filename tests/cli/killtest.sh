#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Imports posts, kills the program at a random moment, imports again; each time all posts must be there once and the database
# must verify. A suite of its own because it takes minutes:   tests/cli/killtest.sh VIGIECTL [RUNS = 20] [POSTS = 100000]
set -euo pipefail
ctl=$(realpath "$1")
runs=${2:-20}
posts=${3:-100000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

awk -v n="$posts" 'BEGIN {
    srand(7); split("colis retard merci livraison problème service panne réponse équipe danger biberon question", w, " ")
    for (i = 1; i <= n; i++) {
        text = ""; for (k = 0; k < 14; k++) text = text w[1 + int(rand() * 12)] " "
        s = i * 5; printf "{\"network\":\"mastodon\",\"id\":\"%d\",\"author\":{\"handle\":\"@a%d@s.example\"},\"text\":\"%s n° %d\",", i, i % 997, text, i
        printf "\"posted_at\":\"2026-01-%02dT%02d:%02d:%02dZ\"}\n", 1 + int(s / 86400) % 28, int(s / 3600) % 24, int(s / 60) % 60, s % 60
    }
}' >posts.ndjson

count() { "$ctl" --db desk.db stats --json | sed 's/.*"mentions":\([0-9]*\).*/\1/'; }
start=$(date +%s%N)
"$ctl" --db desk.db import posts.ndjson >/dev/null
whole=$(( ($(date +%s%N) - start) / 1000000 ))
[ "$(count)" = "$posts" ] || { echo "a plain import stored $(count) of $posts" >&2; exit 1; }
echo "a plain import of $posts posts takes $whole ms"

for run in $(seq 1 "$runs"); do
    rm -f desk.db*
    moment=$(( (RANDOM * 32768 + RANDOM) % whole ))
    "$ctl" --db desk.db import posts.ndjson >/dev/null 2>&1 &
    pid=$!
    sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    left=$(count 2>/dev/null || echo 0)
    "$ctl" --db desk.db import posts.ndjson >/dev/null
    after=$(count)
    twice=$(sqlite3 desk.db "SELECT count(*) FROM (SELECT 1 FROM mentions GROUP BY network, remote_id HAVING count(*) > 1)")
    index=$(sqlite3 desk.db "SELECT count(*) FROM mention_fts WHERE mention_fts MATCH 'n'")
    buckets=$(sqlite3 desk.db "SELECT sum(total) FROM volume_buckets WHERE watch_id = 0")
    verdict=$("$ctl" --db desk.db verify) || { echo "run $run: $verdict" >&2; exit 1; }
    echo "run $run: killed after $moment ms with $left stored; after the second import $after, twice $twice, in the index $index, counted $buckets"
    [ "$after" = "$posts" ] && [ "$twice" = 0 ] && [ "$index" = "$posts" ] && [ "$buckets" = "$posts" ] || { echo "run $run: not all posts are there once" >&2; exit 1; }
done
echo "all $runs runs: every post once, and the database verifies"
