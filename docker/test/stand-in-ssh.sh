#!/bin/sh
# A fake ssh: the host is this machine, with HOME as its home directory. With a file `cut` in STAND_IN_HOST,
# the connection is lost in the middle of a command: the processes of its session receive SIGHUP.
while [ "${1#-}" != "$1" ]; do shift 2; done
[ "$1" = deploy@host.example ] || exit 255
shift
[ ! -f "$STAND_IN_HOST/unreachable" ] || exit 255
cd "$HOME" || exit 64

# The words after the host are one shell command line. The first command only copies files.
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
