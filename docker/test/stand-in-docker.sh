#!/bin/sh
# A fake docker for the tests of deploy.sh: it supports the commands that deploy.sh uses, records their
# effects as files in STAND_IN_HOST, and fails where files there say so.
cd_host() { cd "$STAND_IN_HOST" || exit 64; }
listed() { grep -qxF "$1" "$2" 2>/dev/null; }

[ "$1" = compose ] || exit 64
shift
while [ "${1#--}" != "$1" ]; do
  case $1 in
    --file) file=$2 ;;
    --env-file)
      grep -q '^SECRET_KEY=' "$2" || exit 64
      profiles=$(sed -n 's/^COMPOSE_PROFILES=//p' "$2")
      ;;
    --profile) profiles=$2 ;;
  esac
  shift 2
done
compose=$(cat "$file") || exit 64
command=$1
shift
# The image of a service, from the variable used in the Compose file.
image_of() { eval "echo \"\${$(echo "$1" | tr '[:lower:]' '[:upper:]')_IMAGE:-}\""; }
services=
while [ $# -gt 0 ]; do
  case $1 in
    --wait-timeout | --tail) shift ;;
    --*) ;;
    *) services="$services $1" ;;
  esac
  shift
done
# The services whose profile is on; the profile of a service is on the line below its image.
enabled() {
  echo "$compose" | awk -v on=",$profiles," '
    /^  [a-z]+:$/ { if (service) print service; service = substr($1, 1, length($1) - 1) }
    /profiles: \[/ { gsub(/[][]/, ""); if (!index(on, "," $2 ",")) service = "" }
    END { if (service) print service }'
}
if [ "$command" = config ]; then enabled; exit; fi
cd_host
echo "$command$services" >>calls
code=0
case $command in
  pull) for service in $services; do if listed "$(image_of "$service")" missing; then code=18; fi; done ;;
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
      image=$(image_of "$service")
      [ -n "$image" ] || continue
      if listed "$image" slow; then sleep 1; fi
      printf '%s\n%s' "$image" "$compose" >"running.$service"
      if listed "$image" unhealthy; then code=1; fi
    done
    ;;
  rm) for service in $services; do if enabled | grep -qx "$service"; then rm -f "running.$service"; fi; done ;;
  logs) echo "$services wrote this" ;;
  *) code=64 ;;
esac
exit $code
