/** Writes what endpoints are to be told, in the statement that writes what happened. */
import { Prisma } from '../generated/client.ts';
import { NEW_ID } from '../new-id-sql.ts';
import { emailPayload, PAYLOAD_VERSION } from './webhook-payload.ts';

/**
 * Called, after the commit, with the endpoints for which deliveries were written, so that they are sent soon; never
 * with none. The sweep of the worker finds them otherwise.
 */
export type NoteWebhooks = (endpointIds: readonly string[]) => void;

/**
 * A statement for a `WITH` that has written rows of `EmailEvent`: one delivery of each for each enabled endpoint that
 * wants its type; those of test mail get the events of no other. Returns `"endpointId"`.
 *
 * Where there is no endpoint it reads an empty index, and nothing of the emails.
 *
 *     WITH …, event AS (INSERT INTO "EmailEvent" … RETURNING "emailId", type, at, data), webhook AS (${webhooksOfEvents()})
 *     SELECT …, (${WRITTEN_WEBHOOKS}) AS webhooks FROM …
 *
 * @param events the relation `event`, with the columns `"emailId"`, `type`, `at` and `data` of `EmailEvent`.
 * @param email what is said of the email, as for {@link emailPayload}: to be given where its row is written in this
 *   very statement, which does not see it yet.
 * @param mode the mode of the email, which may refer to `event`; to be given with `email`.
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

/** The endpoints for which the relation `webhook` has written something, as texts; null when there are none. */
export const WRITTEN_WEBHOOKS = Prisma.sql`SELECT array_agg(DISTINCT "endpointId"::text) FROM webhook`;

/** The mode of an email never changes, so it does not matter that a statement sees the row as it was before. */
const MODE_OF_RECORD = Prisma.sql`SELECT email.mode FROM "EmailRecord" AS email WHERE email.id = event."emailId"`;

// In the text of the statement rather than a parameter of it.
const VERSION = Prisma.raw(String(PAYLOAD_VERSION));
