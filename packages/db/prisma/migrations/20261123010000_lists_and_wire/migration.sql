ALTER TYPE "AttemptOutcome" ADD VALUE 'suppressed' BEFORE 'relay_trouble';

-- Tags move from a column of the email to rows that an index can find.
CREATE TABLE "EmailTag" (
    "emailId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "EmailTag_pkey" PRIMARY KEY ("emailId","position")
);

INSERT INTO "EmailTag" ("emailId", "position", "name", "value")
SELECT email.id, tag.n - 1, tag.entry ->> 'name', tag.entry ->> 'value'
FROM "EmailRecord" AS email, jsonb_array_elements(email.tags) WITH ORDINALITY AS tag(entry, n);

ALTER TABLE "EmailRecord" DROP COLUMN "tags";

-- The address of the sender by itself: what stands between the last angle brackets, or all of it.
ALTER TABLE "EmailRecord" ADD COLUMN "fromAddress" TEXT;
UPDATE "EmailRecord" SET "fromAddress" = lower(coalesce(substring("from" FROM '<([^<>]*)>\s*$'), trim("from")));
ALTER TABLE "EmailRecord" ALTER COLUMN "fromAddress" SET NOT NULL;

-- Attachments that are fetched have no bytes at first.
ALTER TABLE "Attachment" ADD COLUMN "url" TEXT, ADD COLUMN "size" INTEGER, ALTER COLUMN "sha256" DROP NOT NULL;
UPDATE "Attachment" SET "size" = octet_length(content.bytes)
FROM "AttachmentContent" AS content WHERE content.sha256 = "Attachment".sha256;

-- A repeated request gets the first answer again, whatever its form.
DELETE FROM "IdempotencyKey";
ALTER TABLE "IdempotencyKey" DROP COLUMN "emailIds", ADD COLUMN "response" JSONB NOT NULL;

-- CreateIndex
CREATE INDEX "EmailTag_name_value_emailId_idx" ON "EmailTag"("name", "value", "emailId");

-- CreateIndex
CREATE INDEX "EmailRecord_status_id_idx" ON "EmailRecord"("status", "id");

-- CreateIndex
CREATE INDEX "EmailRecord_fromAddress_id_idx" ON "EmailRecord"("fromAddress", "id");

-- CreateIndex
CREATE INDEX "EmailRecord_subject_id_idx" ON "EmailRecord"("subject" text_pattern_ops, "id");

-- CreateIndex
CREATE INDEX "EmailRecipient_address_emailId_idx" ON "EmailRecipient"("address", "emailId");

-- AddForeignKey
ALTER TABLE "EmailTag" ADD CONSTRAINT "EmailTag_emailId_fkey" FOREIGN KEY ("emailId") REFERENCES "EmailRecord"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
