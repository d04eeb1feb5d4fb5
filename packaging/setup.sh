#!/bin/sh
# Makes a checkout ready to run: system packages (Debian family), .venv, locked dependencies.
#
#   packaging/setup.sh               what running needs
#   packaging/setup.sh --for-tests   what the tests and the checks need as well
#
# PYTHON=/some/python3.12 chooses the interpreter. Nothing is done twice: with everything in place it ends at once.
set -eu
cd "$(dirname "$0")/.."

for_tests=no
lock=requirements.lock
stamp=.venv/.ready-to-run
case "${1-}" in
    "") ;;
    --for-tests)
        for_tests=yes
        lock=requirements-dev.lock
        stamp=.venv/.ready-to-test
        ;;
    *)
        echo "usage: packaging/setup.sh [--for-tests]" >&2
        exit 2
        ;;
esac

say() { printf 'setup: %s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
makes_venvs() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# The newest Python that can make environments; failing that, the newest that is new enough.
find_python() {
    fallback=
    for name in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if have "$name" && new_enough "$name"; then
            if makes_venvs "$name"; then
                echo "$name"
                return
            fi
            fallback=${fallback:-$name}
        fi
    done
    echo "$fallback"
}

# --- system packages ---------------------------------------------------------------------------------------------

# What importing Qt needs, then what a real X11 screen needs.
QT_LIBRARIES="libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1"

# Prints those of its arguments that dpkg does not know as installed.
not_installed() {
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p')
    for name in "$@"; do
        case "
$installed
" in
            *"
$name
"*) ;;
            *) echo "$name" ;;
        esac
    done
}

chinese_font() {
    if have fc-list; then
        [ -n "$(fc-list :lang=zh-cn family 2>/dev/null | head -n 1)" ]
    else
        dpkg-query -W -f '${db:Status-Status}\n' 'fonts-noto-cjk*' 'fonts-wqy-*' 'fonts-droid-fallback' \
            'fonts-arphic-*' 2>/dev/null | grep -qx installed
    fi
}

# Without these the program or its window does not start.
missing_to_run() {
    # shellcheck disable=SC2086
    not_installed ca-certificates $QT_LIBRARIES
    if [ "$(not_installed libglib2.0-0 libglib2.0-0t64 | wc -l)" -eq 2 ]; then
        if apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then echo libglib2.0-0t64; else echo libglib2.0-0; fi
    fi
    chinese_font || echo fonts-noto-cjk
    if [ ! -x .venv/bin/python ] && [ -n "$python" ] && ! makes_venvs "$python"; then
        system=$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true)
        chosen=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if [ "$system" = "$chosen" ]; then echo python3-venv; else echo "python$chosen-venv"; fi
    fi
}

# Tests that want one of these skip where it is not there.
missing_to_test() {
    have xvfb-run || echo xvfb
    have xauth || echo xauth
    have pandoc || echo pandoc
    have soffice || echo libreoffice-writer-nogui
    have pdftotext || echo poppler-utils
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

# As root, installs what is missing; else prints the one command that does. Never ends the set-up.
system_packages() {
    have dpkg-query && have apt-get || return 0
    needed=$(missing_to_run | tr '\n' ' ')
    wanted=
    failed=
    if [ "$for_tests" = yes ]; then wanted=$(missing_to_test | tr '\n' ' '); fi
    all="$needed$wanted"
    [ -n "$all" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "missing system packages; one command installs them:"
        say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $all"
        return 0
    fi
    if [ "$(cat build/not-installed 2>/dev/null)" = "$all" ]; then
        say "still without $all(they could not be installed; delete build/not-installed to try again)"
        return 0
    fi
    say "installing system packages: $all"
    apt-get update -qq >/dev/null 2>&1 || say "apt-get update failed; trying with what is known"
    # shellcheck disable=SC2086
    if ! apt_install $all; then
        for name in $all; do
            apt_install "$name" || failed="$failed$name "
        done
    fi
    if [ -n "$failed" ]; then
        say "could not install: $failed(going on without)"
        mkdir -p build
        printf '%s' "$failed" >build/not-installed
    fi
}

# --- the environment ---------------------------------------------------------------------------------------------

# True where a stamp is there and neither the lock nor pyproject.toml is newer.
fresh() {
    [ -f "$1" ] && [ -z "$(find "$2" pyproject.toml -newer "$1")" ] && .venv/bin/python -c '' 2>/dev/null
}

python=
[ -x .venv/bin/python ] || python=$(find_python)
system_packages
if fresh "$stamp" "$lock" || fresh .venv/.ready-to-test requirements-dev.lock; then
    exit 0
fi

if ! new_enough .venv/bin/python || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    python=$(find_python)
    if [ -z "$python" ]; then
        say "no Python 3.11 or newer found: install one, or name it, as in PYTHON=/path/to/python3.12 make run" >&2
        exit 1
    fi
    if ! makes_venvs "$python"; then
        say "$python can't make environments (its venv module is missing): install the packages named above" >&2
        exit 1
    fi
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

say "installing the locked dependencies of $lock (the first time takes a minute or two)"
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$lock"
say "linking the program into .venv"
.venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
touch "$stamp"
say "ready"
