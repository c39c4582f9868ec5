import { Prisma } from '../generated/client.ts';
import { NEW_ID } from '../new-id-sql.ts';
import { iso, PAYLOAD_VERSION } from './webhook-payload.ts';
import type { WebhookEventType } from './webhook-event-types.ts';

/**
 * SQL for a `WITH` that has added or removed suppressions: creates a delivery for each enabled live endpoint that is subscribed
 * to it; the suppression list applies to live mail only. Returns `"endpointId"`, as {@link webhooksOfEvents} does.
 *
 * Reads the relation `suppression`, with the columns `id`, `email`, `origin`, `"sourceEmailId"` and `"createdAt"` of the table.
 */
export const webhooksOfSuppressions = (type: WebhookEventType & `suppression.${string}`): Prisma.Sql => Prisma.sql`
  INSERT INTO "WebhookDelivery" (id, "endpointId", type, payload, "payloadVersion")
  SELECT ${NEW_ID}, endpoint.id, ${type}, json_build_object(
    'type', ${type}::text,
    'created_at', ${iso(Prisma.sql`clock_timestamp()`)},
    'data', json_build_object(
      'id', suppression.id,
      'email', suppression.email,
      'origin', suppression.origin,
      'source_id', suppression."sourceEmailId",
      'created_at', ${iso(Prisma.sql`suppression."createdAt"`)}
    )
  )::text, ${Prisma.raw(String(PAYLOAD_VERSION))}
  FROM "WebhookEndpoint" AS endpoint, suppression
  WHERE endpoint.status = 'enabled' AND endpoint.mode = 'live' AND ${type} = ANY (endpoint.events)
  RETURNING "endpointId"`;
