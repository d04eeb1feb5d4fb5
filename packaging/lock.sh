#!/bin/sh
# Makes requirements.lock and requirements-dev.lock anew: one version of each dependency with the hashes of its files,
# for Linux, Windows and macOS and for every Python the program runs on. No index is named in them.
set -eu
cd "$(dirname "$0")/.."

if [ ! -x build/lock/bin/uv ]; then
    "${PYTHON:-python3}" -m venv build/lock
    build/lock/bin/python -m pip install -qq --disable-pip-version-check uv
fi

compile() {
    out=$1
    shift
    build/lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --extra build -o "$out" "$@"
}

compile requirements-dev.lock --extra dev
# The same versions, without what only the tests need.
compile requirements.lock --constraint requirements-dev.lock --no-annotate
echo "lock: requirements.lock, requirements-dev.lock"
