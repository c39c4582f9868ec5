#!/usr/bin/env bash
# Writes .env for docker/compose.yaml: what .env.example says, with a new secret for each that has none. Called again, it adds
# what is missing and changes nothing else.
#
#   docker/init.sh [FILE]        (default: .env at the root of the repository)
#
# Needs openssl. Afterwards MAIL_URL is to be set in the file.
set -euo pipefail

case ${1:-} in -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;; esac

readonly SECRETS=(POSTGRES_PASSWORD POSTGRES_OWNER_PASSWORD POSTGRES_ADMIN_PASSWORD REDIS_PASSWORD SECRET_KEY RETURN_PATH_KEY)
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
file=${1:-$root/.env}

command -v openssl >/dev/null || { echo 'init: there is no openssl here' >&2; exit 1; }
# Nobody else is to read it, not even while it is written.
umask 077
[ -f "$file" ] || cp "$root/.env.example" "$file"
chmod 600 "$file"
# The line that is added must not become part of the last one.
[ -z "$(tail --bytes=1 "$file")" ] || echo >>"$file"

for name in "${SECRETS[@]}"; do
  if grep --quiet --extended-regexp "^$name=.+" "$file"; then continue; fi
  sed --in-place "/^$name=\$/d" "$file"
  printf '%s=%s\n' "$name" "$(openssl rand -hex 32)" >>"$file"
  echo "init: made $name"
done
if ! grep --quiet --extended-regexp '^MAIL_URL=.+' "$file"; then echo "init: set MAIL_URL in $file to your relay"; fi
