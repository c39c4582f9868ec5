"""Sends an email over HTTP, with the standard library alone: python3 send.py you@example.com

Needs SENDOFF_URL and SENDOFF_KEY.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request
import uuid

ATTEMPTS = 5


def send(email: dict, idempotency_key: str) -> str:
    """Returns the id of the email. Repeats the request while Sendoff is unreachable or overloaded.

    With the same idempotency key, a repeated request never sends the email twice.
    """
    request = urllib.request.Request(
        os.environ["SENDOFF_URL"] + "/emails",
        data=json.dumps(email).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["SENDOFF_KEY"],
            "Content-Type": "application/json",
            "Idempotency-Key": idempotency_key,
        },
    )
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.load(response)["id"]
        except urllib.error.HTTPError as error:
            if error.code < 500 and error.code != 429:
                raise SystemExit(f"{error.code}: {json.load(error)['message']}") from None
            wait = float(error.headers.get("retry-after", attempt))
        except urllib.error.URLError:
            wait = attempt
        time.sleep(wait)
    raise SystemExit("Sendoff did not accept the email.")


if __name__ == "__main__":
    message = {
        "from": "Acme <hello@acme.example>",
        "to": sys.argv[1],
        "subject": "Hello from Python",
        "text": "It works.",
    }
    # A key of your own, such as an order number, also survives a restart of your program.
    print("accepted:", send(message, idempotency_key=str(uuid.uuid4())))
