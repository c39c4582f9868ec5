-- Messages that were submitted by SMTP and are sent as they came. The columns alone: what reads the whole table is in
-- the migrations that follow, so that nobody waits for it to be read while they are added.
ALTER TABLE "EmailContent" ADD COLUMN "messageHash" BYTEA,
ADD COLUMN "envelopeSender" TEXT,
ADD COLUMN "envelopeRecipients" TEXT[];
