#!/bin/sh
# Sends an email over HTTP and waits until it is sent: sh send.sh you@example.com
# Needs SENDOFF_URL and SENDOFF_KEY.
set -eu
to=$1

if ! response=$(curl -sS --fail-with-body "$SENDOFF_URL/emails" \
  -H "Authorization: Bearer $SENDOFF_KEY" \
  -H 'Content-Type: application/json' \
  -d "{\"from\":\"Acme <hello@acme.example>\",\"to\":\"$to\",\"subject\":\"Hello from curl\",\"text\":\"It works.\"}"); then
  echo "$response" >&2
  exit 1
fi
echo "accepted: $response"

# The id is the only string of 36 characters in the response.
id=$(echo "$response" | grep -Eo '[0-9a-f-]{36}')
curl -sS --fail-with-body "$SENDOFF_URL/emails/$id/wait?until=sent&timeout=30" -H "Authorization: Bearer $SENDOFF_KEY"
echo
