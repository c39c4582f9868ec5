#!/usr/bin/env bash
# Runs the commands of jobs of .github/workflows/ci.yml as they are written there, each job in a fresh
# clone of what is committed, and ends at the first that fails.
#
#   docker/run-jobs.sh [--except STEP]... JOB...      such as: docker/run-jobs.sh build lint
#
# --except leaves out the step of that name. Actions that a job uses are listed and not run. Its services
# are to be there already: where DATABASE_URL or REDIS_URL is set, that says where. Needs what the steps
# call, and this clone installed.
set -euo pipefail

case ${1:-} in '' | -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;; esac

cd "$(dirname "${BASH_SOURCE[0]}")"
exec node --import tsx test/jobs/run-jobs.ts "$@"
