#!/usr/bin/env bash
# Brings new images to a host that runs docker/compose.yaml, and goes back to the previous ones when
# they do not become healthy.
#
#   deploy.sh [--host USER@HOST] [--directory DIR] [--api IMAGE@sha256:...] [--worker IMAGE@sha256:...]
#   deploy.sh [--host USER@HOST] [--directory DIR] --back
#
#   --host       deploys there over ssh, with the compose.yaml beside this script; without it, here
#   --directory  where the deployment is on the host: compose.yaml and .env (default: sendoff in the
#                home directory with --host, and where this script is without it)
#   --api, --worker  the images, by digest; one that is not named stays as it is
#   --back       deploys the images of before the last deployment
#
# Exits 0 when the new images run and are healthy, 1 when nothing was changed (an image that cannot be
# pulled, a migration that failed), 2 when called wrongly, 3 when the previous images run again, and 4
# when those do not become healthy either.
set -euo pipefail

HEALTHY_WITHIN=${HEALTHY_WITHIN:-120}

say() { printf 'deploy: %s\n' "$*"; }
fail() { local code=$1; shift; printf 'deploy: %s\n' "$*" >&2; exit "$code"; }

main() {
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  read_arguments "$@"
  if [ -n "$host" ]; then deploy_over_ssh; else deploy_here; fi
}

read_arguments() {
  host='' directory='' new_api='' new_worker='' back=''
  while [ $# -gt 0 ]; do
    case $1 in
      --back) back=yes; shift; continue ;;
      --host | --directory | --api | --worker) [ $# -ge 2 ] || fail 2 "$1 wants a value" ;;
      *) fail 2 "there is no option $1; the head of this script lists them" ;;
    esac
    case $1 in
      --host) host=$2 ;;
      --directory) directory=$2 ;;
      --api) must_be_digest "$2"; new_api=$2 ;;
      --worker) must_be_digest "$2"; new_worker=$2 ;;
    esac
    shift 2
  done
  [ -n "$back$new_api$new_worker" ] || fail 2 'say what to deploy: --api, --worker or --back'
  [ -z "$back" ] || [ -z "$new_api$new_worker" ] || fail 2 '--back takes the images of before; name none'
  case $host$directory in *[!A-Za-z0-9@._:/~-]*) fail 2 'the host or the directory holds a character that is not taken' ;; esac
  case $host in -*) fail 2 "$host is no host" ;; esac
}

# A tag can mean something else by the time the deployment is undone; a digest cannot.
must_be_digest() {
  [[ $1 =~ ^[A-Za-z0-9._:/-]+@sha256:[0-9a-f]{64}$ ]] || fail 2 "$1 is no image by digest: NAME@sha256:..."
}

# --- from here to the host ---------------------------------------------------------------------------

deploy_over_ssh() {
  local target=${directory:-sendoff} arguments=()
  [ -z "$new_api" ] || arguments+=(--api "$new_api")
  [ -z "$new_worker" ] || arguments+=(--worker "$new_worker")
  [ -z "$back" ] || arguments+=(--back)
  say "bringing compose.yaml to $host"
  # What runs there now is not touched: the new file waits in `next` until it has proved itself.
  # shellcheck disable=SC2029 # It is meant to be put together here; read_arguments refuses what a shell would act on.
  tar --create --directory "$here" compose.yaml deploy.sh |
    ssh "$host" "mkdir -p $target/next && tar --extract --directory $target/next" || fail 1 "$host cannot be reached"
  # shellcheck disable=SC2029
  ssh "$host" "HEALTHY_WITHIN=$HEALTHY_WITHIN bash $target/next/deploy.sh --directory $target ${arguments[*]}"
}

# --- on the host -------------------------------------------------------------------------------------

deploy_here() {
  cd "${directory:-$here}"
  [ -f .env ] || fail 1 "$PWD holds no .env; .env.example says what belongs in it"
  exec 9>.deploy.lock
  flock --nonblock 9 || fail 1 'another deployment is under way'

  read_previous
  choose_images
  pull_images || fail 1 'an image cannot be pulled; nothing was changed'
  migrate || fail 1 'a migration failed; nothing was changed, and the previous images run on'
  if replace api && replace worker; then keep_images; else go_back; fi
}

# What runs now, from the file that the last good deployment has left.
read_previous() {
  old_api='' old_worker=''
  read_images images.env
  old_api=$read_api old_worker=$read_worker
}

read_images() {
  read_api='' read_worker=''
  [ -f "$1" ] || return 0
  read_api=$(sed -n 's/^API_IMAGE=//p' "$1")
  read_worker=$(sed -n 's/^WORKER_IMAGE=//p' "$1")
}

choose_images() {
  old_compose=compose.yaml new_compose=$here/compose.yaml
  [ -f "$new_compose" ] || new_compose=compose.yaml
  if [ -n "$back" ]; then
    read_images images.previous.env
    [ -n "$read_api$read_worker" ] || fail 1 'there is nothing to go back to'
    new_api=$read_api new_worker=$read_worker
    [ ! -f compose.previous.yaml ] || new_compose=compose.previous.yaml
  fi
  api=${new_api:-$old_api} worker=${new_worker:-$old_worker}
  if [ -z "$api" ] || [ -z "$worker" ]; then fail 1 'nothing was deployed here before: name both images'; fi
  [ -f "$new_compose" ] || fail 1 "$PWD holds no compose.yaml"
}

# compose FILE API_IMAGE WORKER_IMAGE ARGUMENTS...
compose() {
  local file=$1 api_image=$2 worker_image=$3
  shift 3
  API_IMAGE=$api_image WORKER_IMAGE=$worker_image \
    docker compose --project-directory "$PWD" --file "$file" --env-file .env "$@" 9>&-
}

pull_images() {
  say "pulling $api and $worker"
  compose "$new_compose" "$api" "$worker" pull --quiet api worker
}

# The programs of the previous release run while the migrations do: migrations only add.
migrate() {
  say 'applying the migrations'
  compose "$new_compose" "$api" "$worker" up --detach --no-build --wait --no-recreate --wait-timeout "$HEALTHY_WITHIN" postgres redis &&
    compose "$new_compose" "$api" "$worker" run --rm --no-deps migrate
}

replace() {
  say "replacing $1"
  compose "$new_compose" "$api" "$worker" up --detach --no-build --no-deps --wait --wait-timeout "$HEALTHY_WITHIN" "$1" && return
  say "$1 did not become healthy; its last lines:"
  compose "$new_compose" "$api" "$worker" logs --no-color --tail 50 "$1" || true
  return 1
}

keep_images() {
  if [ -f images.env ]; then cp images.env images.previous.env; fi
  cp "$new_compose" compose.yaml.new
  if [ -f compose.yaml ]; then cp compose.yaml compose.previous.yaml; fi
  mv compose.yaml.new compose.yaml
  printf 'API_IMAGE=%s\nWORKER_IMAGE=%s\n' "$api" "$worker" >images.env.new
  mv images.env.new images.env
  say 'done: the new images run and are healthy'
}

go_back() {
  if [ -z "$old_api" ] || [ -z "$old_worker" ]; then
    compose "$new_compose" "$api" "$worker" stop api worker || true
    fail 4 'the images do not become healthy, and there are none to go back to'
  fi
  [ -f "$old_compose" ] || old_compose=$new_compose
  say 'going back to the previous images'
  compose "$old_compose" "$old_api" "$old_worker" up --detach --no-build --no-deps --wait --wait-timeout "$HEALTHY_WITHIN" api worker ||
    fail 4 'the previous images do not become healthy either'
  fail 3 'the new images did not become healthy; the previous ones run again'
}

main "$@"
