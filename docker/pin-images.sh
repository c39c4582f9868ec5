#!/usr/bin/env bash
# Pins third-party images to the current digest of their tag, in compose.yaml, the Dockerfiles and the workflows. A tag may
# point to another image tomorrow, a digest cannot; Dependabot proposes updates.
#
#   docker/pin-images.sh            writes the digests
#   docker/pin-images.sh --check    changes nothing and exits 1 if an image is not pinned
#
# Needs docker with buildx and access to the registries; --check needs neither.
set -euo pipefail

case ${1:-} in
  '' | --check) ;;
  *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly FILES=(docker/compose.yaml docker/*.Dockerfile .github/workflows/ci.yml)
# NAME:TAG after `image:` or `FROM`; our own images and those from variables do not match.
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
