#!/usr/bin/env bash
# Pins the images that are not ours by the digest that their tag has now: in compose.yaml, the Dockerfiles and the workflows.
# A digest cannot mean something else tomorrow; Dependabot proposes the next one.
#
#   docker/pin-images.sh            writes them
#   docker/pin-images.sh --check    changes nothing, and exits 1 where an image is not pinned
#
# Needs docker with buildx, and a registry; --check needs neither.
set -euo pipefail

case ${1:-} in
  '' | --check) ;;
  *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly FILES=(docker/compose.yaml docker/*.Dockerfile .github/workflows/ci.yml)
# NAME:TAG after `image:` or `FROM`; what is made here, or given by a variable, has no tag of this form.
readonly IMAGE='(image: |FROM (--platform=[^ ]+ )?)([a-z0-9./-]+:[A-Za-z0-9._-]+)'

unpinned=$(sed --quiet --regexp-extended "s#^ *$IMAGE( .*)?\$#\3#p" "${FILES[@]}" | sort --unique)
if [ "${1:-}" = --check ]; then
  [ -n "$unpinned" ] || exit 0
  printf 'not pinned by digest: %s\n' $unpinned
  exit 1
fi
for image in $unpinned; do
  digest=$(docker buildx imagetools inspect --format '{{.Manifest.Digest}}' "$image")
  [[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || { echo "pin-images: $image has no digest: $digest" >&2; exit 1; }
  sed --in-place --regexp-extended "s#^( *(image: |FROM (--platform=[^ ]+ )?))${image//./\\.}( .*)?\$#\1$image@$digest\4#" "${FILES[@]}"
  echo "pin-images: $image@$digest"
done
