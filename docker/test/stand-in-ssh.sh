#!/bin/sh
# Stands in for ssh: the host is this machine, its home directory HOME. Where a file `cut` in STAND_IN_HOST
# says so, the connection is lost in the middle of a command: what runs in its session is hung up.
while [ "${1#-}" != "$1" ]; do shift 2; done
[ "$1" = deploy@host.example ] || exit 255
shift
[ ! -f "$STAND_IN_HOST/unreachable" ] || exit 255
cd "$HOME" || exit 64

# The words after the host are one command line for the shell there. The first command only brings files.
case $*-$(cat "$STAND_IN_HOST/cut" 2>/dev/null) in
  tar* | mkdir* | *-) exec sh -c "$*" ;;
esac
until=$(sed -n 1p "$STAND_IN_HOST/cut")
[ "$(sed -n 2p "$STAND_IN_HOST/cut")" = back ] || : >"$STAND_IN_HOST/unreachable"
rm "$STAND_IN_HOST/cut"
before=$(grep -cxF "$until" "$STAND_IN_HOST/calls")
setsid sh -c "$*" &
session=$!
while [ "$(grep -cxF "$until" "$STAND_IN_HOST/calls")" = "$before" ]; do sleep 0.05; done
kill -HUP -- "-$session"
exit 255
