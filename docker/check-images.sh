#!/usr/bin/env bash
# Runs the images as in production and checks them: as their own user, on a read-only root file system,
# without any capability.
#
#   docker/check-images.sh [--APP IMAGE]...      (the apps of compose.yaml; default: sendoff-APP)
#
# Images of two releases can be combined to check that they work together. Needs docker (or an engine with
# the same commands: ENGINE=podman), node, and a clone with installed dependencies and a build. It uses the
# PostgreSQL at DATABASE_URL, in a temporary database, or starts one; and the Redis at REDIS_URL, or keeps the
# queue in PostgreSQL. The relay is a test server. Everything it starts is removed at the end, also after
# SIGINT and SIGTERM.
set -euo pipefail

case ${1:-} in -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;; esac

engine=${ENGINE:-docker}
command -v "${engine%% *}" >/dev/null || { echo "check-images: ${engine%% *} is not installed; set ENGINE" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")"
exec node --import tsx --conditions=@sendoff/source test/images/check-images.ts "$engine" "$@"
