#!/usr/bin/env bash
# Deploys new images to a host that runs docker/compose.yaml, and rolls back to the previous ones when
# they do not become healthy.
#
#   deploy.sh [--host USER@HOST] [--directory DIR] [--api IMAGE@sha256:...] [--worker IMAGE@sha256:...]
#   deploy.sh [--host USER@HOST] [--directory DIR] --back
#
#   --host       deploys to this host over ssh, with the compose.yaml next to this script (default: here)
#   --directory  the directory of the deployment on the host, with compose.yaml and .env (default: with
#                --host, sendoff in the home directory; otherwise the directory of this script)
#   --APP        the image of an app of compose.yaml, by digest; other apps keep their images, and an app
#                whose profile is off on the host (COMPOSE_PROFILES in .env) is skipped
#   --back       deploys the images from before the last deployment
#
# Exits 0 when the new images run and are healthy, 1 when nothing was changed (an image could not be
# pulled, a migration failed), 2 for invalid arguments, 3 after a rollback to the previous images, 4 when
# those do not become healthy either, and 5 when the connection to the host is lost. In that case the
# deployment, including a rollback, still finishes on the host; see deployments/*/log there.
set -euo pipefail

# Seconds in which a replaced program must become healthy.
HEALTHY_WITHIN=${HEALTHY_WITHIN:-120}
# Seconds between attempts to reconnect to a host.
RECONNECT_AFTER=${RECONNECT_AFTER:-10}

readonly RECONNECTS=12 KEPT_DEPLOYMENTS=10

say() { printf 'deploy: %s\n' "$*"; }
fail() { local code=$1; shift; printf 'deploy: %s\n' "$*" >&2; exit "$code"; }

declare -A named=() old=() new=()

main() {
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  read_arguments "$@"
  if [ -n "$host" ]; then deploy_over_ssh; elif [ -n "$detached" ]; then follow_detached; else deploy_here; fi
}

read_arguments() {
  host='' directory='' back='' detached='' arguments=("$@")
  [[ $HEALTHY_WITHIN =~ ^[0-9]+$ ]] || fail 2 "HEALTHY_WITHIN must be a number of seconds, not $HEALTHY_WITHIN"
  while [ $# -gt 0 ]; do
    case $1 in
      --back) back=yes; shift; continue ;;
      --detached) detached=yes; shift; continue ;; # Internal: used by --host on the host.
      --?*) [ $# -ge 2 ] || fail 2 "$1 needs a value" ;;
      *) fail 2 "unknown option $1; the head of this script lists the options" ;;
    esac
    case $1 in
      --host) host=$2 ;;
      --directory) directory=$2 ;;
      *)
        apps_of "$here/compose.yaml" | grep --quiet --line-regexp --fixed-strings -- "${1#--}" ||
          fail 2 "unknown option $1; the head of this script lists the options"
        must_be_digest "$2"
        named[${1#--}]=$2
        ;;
    esac
    shift 2
  done
  [ -n "$back" ] || [ ${#named[@]} -gt 0 ] || fail 2 'name what to deploy: the image of an app, or --back'
  [ -z "$back" ] || [ ${#named[@]} = 0 ] || fail 2 '--back cannot be combined with images'
  case $host$directory in *[!A-Za-z0-9@._:/~-]*) fail 2 'the host or the directory contains an unsupported character' ;; esac
  case $host in -*) fail 2 "$host is not a valid host" ;; esac
}

# Lists the apps with images in the order in which they are replaced: the services of a compose file whose
# image is ${APP_IMAGE:-sendoff-APP}.
apps_of() {
  sed -n 's/^ *image: \${[A-Z]*_IMAGE:-sendoff-\([a-z]*\)}$/\1/p' "$1" | awk '!seen[$0]++'
}

# A tag may point to another image by the time of a rollback; a digest cannot.
must_be_digest() {
  [[ $1 =~ ^[A-Za-z0-9._:/-]+@sha256:[0-9a-f]{64}$ ]] || fail 2 "$1 is not an image with a digest: NAME@sha256:..."
}

# --- from this machine to the host ---------------------------------------------------------------------------

deploy_over_ssh() {
  local target=${directory:-sendoff} run words=() app code
  run=$target/deployments/$(date --utc +%Y%m%dT%H%M%SZ)-$$
  for app in "${!named[@]}"; do words+=("--$app" "${named[$app]}"); done
  [ -z "$back" ] || words+=(--back)

  say "copying compose.yaml to $host"
  # Does not touch the running deployment: the new file is installed only when its images are healthy.
  tar --create --directory "$here" compose.yaml deploy.sh |
    on_host "mkdir -p $run && tar --extract --directory $run" || fail 1 "$host cannot be reached"
  # Safe to pass through a shell: read_arguments rejects special characters.
  local attempt
  for ((attempt = 0; attempt < RECONNECTS; attempt++)); do
    code=0
    on_host "HEALTHY_WITHIN=$HEALTHY_WITHIN bash $run/deploy.sh --detached --directory $target ${words[*]}" </dev/null || code=$?
    [ "$code" = 255 ] || exit "$code"
    say "the connection to $host was lost; the deployment continues there. Reconnecting"
    sleep "$RECONNECT_AFTER"
  done
  fail 5 "$host cannot be reached any more; see $run/log there for the result"
}

# Exits 255 when the connection fails or is lost.
on_host() {
  ssh -o ConnectTimeout=20 -o ServerAliveInterval=15 -o ServerAliveCountMax=4 "$host" "$1"
}

# --- on the host, for a caller elsewhere -------------------------------------------------------------

# The deployment runs in its own session and logs to a file, so that a lost connection ends only the
# process that follows the log. A second call follows the running deployment instead of starting another.
follow_detached() {
  local words=() word code attempt
  for word in "${arguments[@]}"; do [ "$word" = --detached ] || words+=("$word"); done
  # Relative to the directory of the caller, not of the deployment.
  local run=$here
  if mkdir "$run/begun" 2>/dev/null; then
    : >"$run/log"
    # shellcheck disable=SC2016 # Expanded by the started shell.
    setsid --fork bash -c 'run=$1; shift
      echo $$ >"$run/pid.new" && mv "$run/pid.new" "$run/pid"
      code=0; bash "$run/deploy.sh" "$@" || code=$?
      echo $code >"$run/exit.new" && mv "$run/exit.new" "$run/exit"' - "$run" "${words[@]}" </dev/null >"$run/log" 2>&1
  fi
  for ((attempt = 0; attempt < 100; attempt++)); do [ ! -f "$run/pid" ] || break; sleep 0.1; done
  [ -f "$run/pid" ] || fail 1 'the deployment did not start; nothing was changed'
  tail --lines=+1 --follow --sleep-interval=0.2 --pid="$(cat "$run/pid")" "$run/log"
  code=$(cat "$run/exit" 2>/dev/null) || fail 4 'the deployment was killed before it finished; check what is running'
  exit "$code"
}

# --- on the host -------------------------------------------------------------------------------------

deploy_here() {
  cd "${directory:-$here}"
  [ -f .env ] || fail 1 "$PWD has no .env; see .env.example"
  exec 9>.deploy.lock
  flock --nonblock 9 || fail 1 'another deployment is in progress'
  forget_old_deployments

  # The running images, from the file written by the last successful deployment.
  read_images old images.env
  choose_images
  pull_images || fail 1 'an image could not be pulled; nothing was changed'
  migrate || fail 1 'a migration failed; nothing was changed, and the previous images keep running'
  if replace_all; then keep_images; else go_back; fi
}

forget_old_deployments() {
  [ ! -d deployments ] || find deployments -mindepth 1 -maxdepth 1 | sort | head --lines=-$KEPT_DEPLOYMENTS | xargs --no-run-if-empty rm -r
}

# read_images ARRAY FILE
read_images() {
  local -n into=$1
  local name image
  [ -f "$2" ] || return 0
  while IFS='=' read -r name image; do
    name=${name%_IMAGE}
    # shellcheck disable=SC2034 # A reference to the array.
    [ -z "$image" ] || into[${name,,}]=$image
  done <"$2"
}

choose_images() {
  local app services
  old_compose=compose.yaml new_compose=$here/compose.yaml
  if [ -n "$back" ]; then
    read_images named images.previous.env
    [ ${#named[@]} -gt 0 ] || fail 1 'there is no previous deployment'
    new_compose=compose.previous.yaml
  fi
  [ -f "$new_compose" ] || fail 1 "$new_compose does not exist"
  services=$(compose "$new_compose" old config --services) ||
    fail 1 "Compose rejects $new_compose with this .env; nothing was changed"
  for app in $(apps_of "$new_compose"); do
    if ! grep --quiet --line-regexp --fixed-strings -- "$app" <<<"$services"; then
      [ -z "${named[$app]:-}" ] || say "skipping $app: its profile is not in COMPOSE_PROFILES of .env"
      unset "named[$app]"
    # An app that did not run before the last deployment does not run after its rollback.
    elif [ -z "$back" ] || [ -n "${named[$app]:-}" ]; then
      new[$app]=${named[$app]:-${old[$app]:-}}
      [ -n "${new[$app]}" ] || fail 1 "no image of $app was deployed here before: name one with --$app"
    fi
  done
  [ ${#named[@]} -gt 0 ] || fail 1 'no other app was named; nothing was changed'
}

# Lists the apps of a compose file with an image in an array, in the order in which they are replaced.
apps_with_image() {
  local -n having=$2
  local app
  for app in $(apps_of "$1"); do [ -z "${having[$app]:-}" ] || echo "$app"; done
}

# compose FILE ARRAY ARGUMENTS... runs Compose with the images in the array.
compose() {
  local file=$1 app settings=()
  local -n images=$2
  shift 2
  for app in "${!images[@]}"; do settings+=("${app^^}_IMAGE=${images[$app]}"); done
  env "${settings[@]}" docker compose --project-directory "$PWD" --file "$file" --env-file .env "$@" 9>&-
}

pull_images() {
  say "pulling ${new[*]}"
  # shellcheck disable=SC2046 # One word for each app.
  compose "$new_compose" new pull --quiet $(apps_with_image "$new_compose" new)
}

# The programs of the previous release keep running, which is safe because migrations only add.
migrate() {
  say 'applying the migrations'
  compose "$new_compose" new up --detach --no-build --wait --no-recreate --wait-timeout "$HEALTHY_WITHIN" postgres redis &&
    compose "$new_compose" new run --rm --no-deps migrate
}

replace_all() {
  local app
  for app in $(apps_with_image "$new_compose" new); do replace "$app" || return; done
}

replace() {
  say "replacing $1"
  compose "$new_compose" new up --detach --no-build --no-deps --wait --wait-timeout "$HEALTHY_WITHIN" "$1" && return
  say "$1 did not become healthy; the end of its log:"
  compose "$new_compose" new logs --no-color --tail 50 "$1" || true
  return 1
}

keep_images() {
  local app
  # An app that this release no longer has, or whose profile was turned off.
  for app in "${!old[@]}"; do [ -n "${new[$app]:-}" ] || remove "$old_compose" old "$app"; done
  if [ -f images.env ]; then cp images.env images.previous.env; fi
  cp "$new_compose" compose.yaml.new
  if [ -f compose.yaml ]; then cp compose.yaml compose.previous.yaml; fi
  mv compose.yaml.new compose.yaml
  for app in $(apps_with_image compose.yaml new); do echo "${app^^}_IMAGE=${new[$app]}"; done >images.env.new
  mv images.env.new images.env
  say 'done: the new images are running and healthy'
}

go_back() {
  local app
  # An app that did not run before.
  for app in "${!new[@]}"; do [ -n "${old[$app]:-}" ] || remove "$new_compose" new "$app" || true; done
  [ ${#old[@]} -gt 0 ] || fail 4 'the images did not become healthy, and there are no previous ones to roll back to'
  [ -f "$old_compose" ] || old_compose=$new_compose
  say 'rolling back to the previous images'
  # shellcheck disable=SC2046
  compose "$old_compose" old up --detach --no-build --no-deps --wait --wait-timeout "$HEALTHY_WITHIN" $(apps_with_image "$old_compose" old) ||
    fail 4 'the previous images did not become healthy either'
  fail 3 'the new images did not become healthy; rolled back to the previous ones'
}

# Compose ignores services whose profile is off, so the profile, named like the app, is turned on.
remove() { compose "$1" "$2" --profile "$3" rm --stop --force "$3"; }

main "$@"
