#!/usr/bin/env bash
# Runs both images as they will be run, and checks what they promise: as their own user, on a read-only
# root, without any capability.
#
#   docker/check-images.sh [--api IMAGE] [--worker IMAGE]      (default: sendoff-api, sendoff-worker)
#
# Images of two releases may be named, to see that they work together. Needs docker (or another engine
# that takes its commands: ENGINE=podman), node, and a clone that is installed and built. PostgreSQL is
# the one at DATABASE_URL, in which a database is made and removed again, else a throw-away one; Redis
# is the one at REDIS_URL, and without one the queue is in PostgreSQL. The relay is a scripted one.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
api=sendoff-api worker=sendoff-worker
while [ $# -gt 0 ]; do
  case $1 in
    --api) api=$2 ;;
    --worker) worker=$2 ;;
    *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
  shift 2
done

engine=${ENGINE:-docker}
command -v "${engine%% *}" >/dev/null || { echo "check-images: there is no ${engine%% *} here; set ENGINE" >&2; exit 2; }
cd "$here"
exec node --import tsx --conditions=@sendoff/source "test/images/check-images.ts" "$engine" "$api" "$worker"
