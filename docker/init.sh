#!/usr/bin/env bash
# Writes .env for docker/compose.yaml: a copy of .env.example with a new secret for each empty one. On an existing file, it
# adds missing secrets and changes nothing else.
#
#   docker/init.sh [FILE]        (default: .env at the root of the repository)
#
# Needs openssl. Set MAIL_URL in the file afterwards.
set -euo pipefail

case ${1:-} in -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;; esac

readonly SECRETS=(POSTGRES_PASSWORD POSTGRES_OWNER_PASSWORD POSTGRES_ADMIN_PASSWORD REDIS_PASSWORD SECRET_KEY RETURN_PATH_KEY)
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
file=${1:-$root/.env}

command -v openssl >/dev/null || { echo 'init: openssl is not installed' >&2; exit 1; }
# Readable by its owner only, also while it is being written.
umask 077
[ -f "$file" ] || cp "$root/.env.example" "$file"
chmod 600 "$file"
# Ends the last line, so that added lines do not become part of it.
[ -z "$(tail --bytes=1 "$file")" ] || echo >>"$file"

for name in "${SECRETS[@]}"; do
  if grep --quiet --extended-regexp "^$name=.+" "$file"; then continue; fi
  sed --in-place "/^$name=\$/d" "$file"
  printf '%s=%s\n' "$name" "$(openssl rand -hex 32)" >>"$file"
  echo "init: created $name"
done
if ! grep --quiet --extended-regexp '^MAIL_URL=.+' "$file"; then echo "init: set MAIL_URL in $file to your relay"; fi
