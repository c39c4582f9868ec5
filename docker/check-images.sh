#!/usr/bin/env bash
# Runs the images as they will be run, and checks what they promise: as their own user, on a read-only
# root, without any capability.
#
#   docker/check-images.sh [--APP IMAGE]...      (the apps of compose.yaml; default: sendoff-APP)
#
# Images of two releases may be named, to see that they work together. Needs docker (or another engine
# that takes its commands: ENGINE=podman), node, and a clone that is installed and built. PostgreSQL is
# the one at DATABASE_URL, in which a database is made and removed again, else a throw-away one; Redis
# is the one at REDIS_URL, and without one the queue is in PostgreSQL. The relay is a scripted one. What was
# started is removed in the end, also at SIGINT and SIGTERM.
set -euo pipefail

case ${1:-} in -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;; esac

engine=${ENGINE:-docker}
command -v "${engine%% *}" >/dev/null || { echo "check-images: there is no ${engine%% *} here; set ENGINE" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")"
exec node --import tsx --conditions=@sendoff/source test/images/check-images.ts "$engine" "$@"
