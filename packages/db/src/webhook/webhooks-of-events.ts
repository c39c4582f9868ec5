/** Creates webhook deliveries in the same statement as their events. */
import { Prisma } from '../generated/client.ts';
import { NEW_ID } from '../new-id-sql.ts';
import { emailPayload, PAYLOAD_VERSION } from './webhook-payload.ts';

/**
 * Called after the commit with the endpoints that have new deliveries (at least one), so that they are sent soon. Without it,
 * the worker's sweep finds them.
 */
export type NoteWebhooks = (endpointIds: readonly string[]) => void;

/**
 * SQL for a `WITH` that has inserted rows of `EmailEvent`: creates a delivery of each event for each enabled endpoint that is
 * subscribed to its type; endpoints of test mode get only events of test mail. Returns `"endpointId"`.
 *
 * Without endpoints, it reads an empty index and no emails.
 *
 *     WITH …, event AS (INSERT INTO "EmailEvent" … RETURNING "emailId", type, at, data), webhook AS (${webhooksOfEvents()})
 *     SELECT …, (${WRITTEN_WEBHOOKS}) AS webhooks FROM …
 *
 * @param events the relation `event`, with the columns `"emailId"`, `type`, `at` and `data` of `EmailEvent`.
 * @param email the data of the email, as for {@link emailPayload}; required when the same statement inserts the email, whose
 *   row it does not see yet.
 * @param mode the mode of the email, which may refer to `event`; required together with `email`.
 */
export const webhooksOfEvents = ({
  events = Prisma.sql`event`,
  email,
  mode = MODE_OF_RECORD,
}: { readonly events?: Prisma.Sql; readonly email?: Prisma.Sql; readonly mode?: Prisma.Sql } = {}): Prisma.Sql => Prisma.sql`
  INSERT INTO "WebhookDelivery" (id, "endpointId", type, payload, "payloadVersion")
  SELECT ${NEW_ID}, endpoint.id, 'email.' || event.type, ${emailPayload(email)}, ${VERSION}
  FROM "WebhookEndpoint" AS endpoint JOIN ${events} ON ('email.' || event.type) = ANY (endpoint.events)
  WHERE endpoint.status = 'enabled' AND (endpoint.mode = 'live' OR (${mode}) = 'test')
  RETURNING "endpointId"`;

/** The endpoints with new deliveries in the relation `webhook`, as texts; null when there are none. */
export const WRITTEN_WEBHOOKS = Prisma.sql`SELECT array_agg(DISTINCT "endpointId"::text) FROM webhook`;

/** The statement sees the email's row before its own changes, which is fine because the mode never changes. */
const MODE_OF_RECORD = Prisma.sql`SELECT email.mode FROM "EmailRecord" AS email WHERE email.id = event."emailId"`;

// A literal in the statement instead of a parameter.
const VERSION = Prisma.raw(String(PAYLOAD_VERSION));
