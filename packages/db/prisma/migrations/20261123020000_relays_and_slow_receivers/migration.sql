-- Trouble with relays counts from where it began, which is not known of emails that are in it now: theirs begins
-- with the next trouble.
ALTER TABLE "EmailRecord" ADD COLUMN "troubleCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "troubleSince" TIMESTAMPTZ(3),
ADD COLUMN "putOffReason" TEXT;

ALTER TABLE "DeliveryAttempt" ADD COLUMN "passedOver" JSONB NOT NULL DEFAULT '[]';
