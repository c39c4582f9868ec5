-- The field's words. No release runs with the old names.
ALTER TABLE "EmailRecord" RENAME COLUMN "troubleCount" TO "relayFailureCount";
ALTER TABLE "EmailRecord" RENAME COLUMN "troubleSince" TO "relayFailingSince";
ALTER TABLE "EmailRecord" RENAME COLUMN "putOffReason" TO "postponedReason";
ALTER TABLE "DeliveryAttempt" RENAME COLUMN "passedOver" TO "skippedRelays";
ALTER TABLE "DeliveryAttempt" ADD COLUMN "providerMessageId" TEXT;
ALTER TYPE "AttemptOutcome" RENAME VALUE 'relay_trouble' TO 'relay_error';

UPDATE "DeliveryAttempt" SET "skippedRelays" = (
  SELECT jsonb_agg((relay - 'asked'::text) || jsonb_build_object('attempted', relay -> 'asked') ORDER BY place)
  FROM jsonb_array_elements("skippedRelays") WITH ORDINALITY AS skipped(relay, place)
) WHERE "skippedRelays" <> '[]';
UPDATE "EmailEvent" SET data = jsonb_set(data, '{outcome}', '"relay_error"') WHERE type = 'delivery_delayed' AND data ->> 'outcome' = 'relay_trouble';
