# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by packaging/run and packaging/test. Sourced, not run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m%s\033[0m\n' "$*"; }

# install_packages LIST… : installs with apt what the lists in packaging/packages name and this machine lacks.
install_packages() {
    local wanted=() missing=() package
    for list in "$@"; do
        while read -r package; do [ -z "$package" ] || wanted+=("$package"); done <"$root/packaging/packages/$list.txt"
    done
    for package in "${wanted[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    local sudo=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { echo "Run this as root once, or install sudo: apt must add packages." >&2; exit 1; }
        sudo=(sudo)
    fi
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [TARGET…]
build() {
    local preset=$1
    shift
    say "Building ($preset)"
    (cd "$root" && cmake --preset "$preset" >"/tmp/vigie-configure-$$.log" 2>&1 || { cat "/tmp/vigie-configure-$$.log"; exit 1; })
    rm -f "/tmp/vigie-configure-$$.log"
    (cd "$root" && cmake --build --preset "$preset" ${1+--target "$@"})
}
