#!/usr/bin/env bash
# Runs the commands of jobs in .github/workflows/ci.yml, each job in a fresh clone of the current commit,
# and stops at the first that fails.
#
#   docker/run-jobs.sh [--except STEP]... JOB...      for example: docker/run-jobs.sh build lint
#
# --except skips the step of that name. Actions are listed but not run. The services of a job must already
# be running; DATABASE_URL and REDIS_URL override their addresses. Needs the programs that the steps call,
# and installed dependencies in this clone.
set -euo pipefail

case ${1:-} in '' | -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;; esac

cd "$(dirname "${BASH_SOURCE[0]}")"
exec node --import tsx test/jobs/run-jobs.ts "$@"
