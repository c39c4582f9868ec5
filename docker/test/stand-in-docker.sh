#!/bin/sh
# Stands in for the docker of a host: it knows the few commands that deploy.sh gives, keeps what they
# would have done as files in STAND_IN_HOST, and fails where files there say so.
cd_host() { cd "$STAND_IN_HOST" || exit 64; }
listed() { grep -qxF "$1" "$2" 2>/dev/null; }

[ "$1" = compose ] || exit 64
shift
while [ "${1#--}" != "$1" ]; do
  case $1 in
    --file) file=$2 ;;
    --env-file) grep -q '^SECRET_KEY=' "$2" || exit 64 ;;
  esac
  shift 2
done
compose=$(cat "$file") || exit 64
command=$1
shift
services=
while [ $# -gt 0 ]; do
  case $1 in
    --wait-timeout | --tail) shift ;;
    --*) ;;
    *) services="$services $1" ;;
  esac
  shift
done
cd_host
echo "$command$services" >>calls
code=0
case $command in
  pull) for image in "$API_IMAGE" "$WORKER_IMAGE"; do if listed "$image" missing; then code=18; fi; done ;;
  run)
    if listed "$API_IMAGE" brokenMigrations; then
      echo 'A migration failed: as asked'
      code=1
    else
      echo "$API_IMAGE" >>migratedBy
    fi
    ;;
  up)
    for service in $services; do
      case $service in
        api) image=$API_IMAGE ;;
        worker) image=$WORKER_IMAGE ;;
        *) continue ;;
      esac
      printf '%s\n%s' "$image" "$compose" >"running.$service"
      if listed "$image" unhealthy; then code=1; fi
    done
    ;;
  stop) for service in $services; do rm -f "running.$service"; done ;;
  logs) echo "$services wrote this" ;;
  *) code=64 ;;
esac
exit $code
