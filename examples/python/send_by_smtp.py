"""Submits an email by SMTP, with the standard library alone: python3 send_by_smtp.py you@example.com

Needs SENDOFF_KEY. SENDOFF_SMTP_PORT is 2587 unless it is set, SENDOFF_SMTP_HOST is 127.0.0.1.
"""

import os
import smtplib
import ssl
import sys
from email.message import EmailMessage

message = EmailMessage()
message["From"] = "Acme <hello@acme.example>"
message["To"] = sys.argv[1]
message["Subject"] = "Hello by SMTP"
message.set_content("It works.")

host = os.environ.get("SENDOFF_SMTP_HOST", "127.0.0.1")
context = ssl.create_default_context()
if host == "127.0.0.1":
    # On this machine the certificate is a self-signed one. Never do this for another host.
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE

with smtplib.SMTP(host, int(os.environ.get("SENDOFF_SMTP_PORT", "2587")), timeout=30) as server:
    server.starttls(context=context)
    server.login("sendoff", os.environ["SENDOFF_KEY"])
    server.send_message(message)
print("accepted")
