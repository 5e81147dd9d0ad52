# SPDX-License-Identifier: GPL-3.0-or-later
# The part of packaging/test that runs the tests against real servers: Bluesky's own, and one that speaks Mastodon's API. They
# are installed and started by scripts that are no part of this repository; VIGIE_SERVERS names their folder, beside the
# repository by default. Where there is no such folder, nothing is tested, and that is no failure. Sourced, not run.

# say_why NAME LOG : one line for what could not be installed or started; the whole story is in the log.
say_why() {
    local reason
    reason=$(grep -m 1 -E '^npm (error|ERR!) ' "$2" || grep -v '^ *$' "$2" | tail -n 1) || true
    echo "packaging/test: $1: ${reason:-no reason given} (all of it in $2)" >&2
}

# sudo_if_needed COMMAND… : as root.
sudo_if_needed() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Where the servers are kept. PostgreSQL never runs as root, and its own user must be able to reach its files.
servers_work() {
    if [ "$(id -u)" = 0 ] && ! setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$root"; then
        echo /var/tmp/vigie-servers
    else
        echo "$root/build/servers"
    fi
}

# The tools that the servers' scripts ask for, where the machine has none of its own.
install_server_tools() {
    local missing=()
    command -v npm >/dev/null || missing+=(npm)
    command -v g++ >/dev/null && command -v make >/dev/null || missing+=(g++ make)
    command -v python3 >/dev/null || missing+=(python3)
    command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${missing[*]}"
    {
        sudo_if_needed apt-get update -qq
        sudo_if_needed env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
    } >"$work/tools.log" 2>&1
}

# start_server NAME COMMAND… : what it prints, KEY=VALUE lines, on standard output; one line on standard error if it fails.
start_server() {
    local name=$1 log=$work/$1.log
    shift
    if ! "$@" 2>"$log"; then
        say_why "$name did not start" "$log"
        return 1
    fi
}

# install_server NAME COMMAND…
install_server() {
    local name=$1 log=$work/$1.log
    shift
    say "Installing $name"
    if ! "$@" >"$log" 2>&1; then
        say_why "$name could not be installed" "$log"
        return 1
    fi
}

stop_servers() {
    "$servers/mastodon/stop" "$work"
    "$servers/bluesky/stop" "$work"
    "$servers/bluesky/stop" "$work/limits"
} >/dev/null 2>&1

# With its usual handful of threads this server answers nobody for six seconds whenever it delivers a post to itself.
start_mastodon() {
    start_server snac2 "$servers/mastodon/start" --fresh "$work" >/dev/null || return 1
    "$servers/mastodon/stop" "$work" 2>/dev/null
    sed -i '0,/{/s//{ "num_threads": 24,/' "$work/mastodon/data/server.json" || return 1
    start_server snac2 "$servers/mastodon/start" "$work" >/dev/null
}

start_bluesky() {
    local lines
    lines=$(start_server bluesky "$servers/bluesky/start" full "$work") || return 1
    eval "$lines"
    PID_FILE_NETWORK=$PID_FILE
    lines=$(start_server bluesky-chat "$servers/bluesky/start-chat" "$work") || return 1
    eval "$lines"
    # A second one of these, with its own limits on, shares what was installed and nothing else.
    mkdir -p "$work/limits/bluesky"
    ln -sfn "$work/node" "$work/limits/node"
    ln -sfn "$work"/bluesky/{node_modules,package.json,installed} "$work/limits/bluesky"
    lines=$(BLUESKY_RATE_LIMITS=1 BLUESKY_PORT_BASE=$((${BLUESKY_PORT_BASE:-2580} + 100)) \
        start_server bluesky-limits "$servers/bluesky/start" pds "$work/limits") || return 1
    LIMITED_PDS_URL=$(sed -n 's/^PDS_URL=//p' <<<"$lines")
    export PDS_URL PLC_URL APPVIEW_URL CHAT_PROXY PID_FILE_NETWORK LIMITED_PDS_URL
}

# What could be started is tested, so that one kind of server does not hide the other. 1: a test failed; 3: all that could be
# started passed, but a kind of server could not be.
test_servers() {
    local kinds=() failed=0
    export VIGIE_SERVERS=$servers VIGIE_SERVERS_WORK=$work
    mkdir -p "$work"
    trap stop_servers EXIT
    stop_servers || true
    install_server_tools || say_why "the servers' tools could not be installed" "$work/tools.log"
    if install_server snac2 sudo_if_needed "$servers/mastodon/install-snac2" \
        && start_mastodon; then
        kinds+=(mastodon)
    fi
    if install_server bluesky "$servers/bluesky/install" "$work" && start_bluesky; then
        kinds+=(bluesky)
    fi
    if [ ${#kinds[@]} -gt 0 ]; then
        say "Testing against ${kinds[*]}"
        (cd "$root" && ctest --test-dir build/release -C Servers -L servers -R "$(IFS='|' && echo "${kinds[*]}")" \
            --output-on-failure -j 5) || failed=1 # they wait more than they work
        print_tables
    fi
    [ $failed = 0 ] && [ ${#kinds[@]} -lt 2 ] && failed=3
    return $failed
}

# The tables of faults and outcomes, which ctest keeps to itself where a test passes.
print_tables() {
    say "Each reply once"
    sed -n '/ replies, .* the program/,/^\(PASS\|FAIL\)/{/^\(PASS\|FAIL\|QDEBUG\|QINFO\|QWARN\)/!p}' \
        "$root/build/release/Testing/Temporary/LastTest.log"
}

# test_with_servers FOLDER
test_with_servers() {
    if [ ! -d "$1" ]; then
        echo "No scripts that start real servers in $1 (VIGIE_SERVERS names their folder): nothing was tested against them."
        return 0
    fi
    servers=$(cd "$1" && pwd) work=$(servers_work)
    install_packages build run test
    build release server_tests
    test_servers
}
