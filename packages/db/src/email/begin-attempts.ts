/** Begins delivery attempts. */
import { ATTEMPTABLE } from '@sendoff/core';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import type { Delivery, DeliveryAttachment, DeliveryMessage } from './delivery.ts';

/** An email to begin an attempt for. */
export interface AttemptClaim {
  readonly emailId: string;
  /** The generation for which the job was enqueued; when the email's generation has changed, no attempt is begun. */
  readonly generation: number;
  /** Whether to begin an email that would be set aside, because its preparation is done or has failed. */
  readonly isPrepared?: boolean;
}

/** The lease of the attempt. */
export interface LeaseTerms {
  /** Name of the worker, stored in the lease and the attempt. */
  readonly worker: string;
  /** Length of the lease in milliseconds; the worker renews it while the attempt lasts. */
  readonly leaseMs: number;
}

/** Which emails are set aside instead, and for how long. */
export interface SetAsideTerms {
  /** Emails with more bytes, in bodies and attachments together, are set aside. */
  readonly maxBytes: number;
  /** PostgreSQL regular expression, in lower case, of recipients whose mail is simulated; nothing is fetched for them. */
  readonly simulated: string;
  /** Milliseconds until it is due again, unless the time is extended or it is returned before. */
  readonly setAsideMs: number;
}

/** An email that must be prepared first: no attempt was begun, and it is due again when its time ends. */
export interface SetAside {
  readonly kind: 'set_aside';
  readonly emailId: string;
  /** Its new generation. */
  readonly generation: number;
  readonly apiKeyId: string | null;
  /** Whether attachments must be fetched; otherwise it is only large. */
  readonly isToBeFetched: boolean;
  /** Known bytes of bodies and attachments. */
  readonly bytes: number;
  readonly attachments: readonly DeliveryAttachment[];
}

/**
 * Begins attempts on due emails that no other worker has, in one conditional statement that commits before anything is sent.
 * It also reads the content, except the bytes of attachments and submitted messages, and which recipients are suppressed. The
 * attempt rows stay open until `recordOutcomes` closes them.
 *
 * Rows locked by another transaction are skipped, so workers cannot deadlock; if the email is still due, the sweep finds it.
 *
 * @returns for each claim the email, or null when there is nothing to do: the email is not due, is finished, is being sent, or
 *   has another generation.
 */
export async function beginAttempts(
  database: Database,
  claims: readonly AttemptClaim[],
  terms: LeaseTerms,
): Promise<(Delivery | null)[]> {
  const prepared = claims.map((claim) => ({ ...claim, isPrepared: true }));
  const begun = await beginOrSetAside(database, prepared, { ...terms, maxBytes: 0, simulated: '', setAsideMs: 0 });
  return begun.map((email) => (email === null || 'kind' in email ? null : email));
}

/**
 * As {@link beginAttempts}, but sets aside live emails with attachments to fetch, and large emails. They get a later time and a
 * reason in the same statement, and no attempt row, so they hold neither a slot nor a lease while they wait.
 */
export async function beginOrSetAside(
  database: Database,
  claims: readonly AttemptClaim[],
  { worker, leaseMs, maxBytes, simulated, setAsideMs }: LeaseTerms & SetAsideTerms,
): Promise<(Delivery | SetAside | null)[]> {
  const rows = await runPrepared<TakenRow>(
    database,
    Prisma.sql`
    -- prepared: begin_attempts
    WITH free AS (
      -- LATERAL, so that each email is looked up by id, whatever the planner's statistics say.
      SELECT free.id, file.list AS attachments, content."messageSize", coalesce(file.bytes + content.bytes, 0)::int AS bytes,
        file."areMissing" AND free.mode = 'live' AND content.bytes IS NOT NULL AND claim."isPrepared" IS NOT TRUE
          -- Nothing is fetched for simulated mail.
          AND EXISTS (
            SELECT FROM "EmailRecipient" AS recipient
            WHERE recipient."emailId" = free.id AND recipient.state IN ('pending', 'deferred') AND recipient.address !~ ${simulated}
              AND NOT EXISTS (SELECT FROM "Suppression" AS suppression WHERE suppression.email = recipient.address)
          ) AS "isToBeFetched",
        file.bytes + content.bytes > ${maxBytes}::int AND claim."isPrepared" IS NOT TRUE AS "isLarge"
      FROM json_to_recordset(${JSON.stringify(claims)}::json) AS claim("emailId" uuid, generation int, "isPrepared" boolean),
        LATERAL (
          SELECT id, mode FROM "EmailRecord"
          WHERE id = claim."emailId" AND generation = claim.generation
            AND status = ANY (${ATTEMPTABLE}::"EmailStatus"[]) AND "nextAttemptAt" <= now()
          FOR UPDATE SKIP LOCKED
        ) AS free
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(file.size), 0) AS bytes,
            coalesce(bool_or(file.url IS NOT NULL AND file.sha256 IS NULL), false) AS "areMissing",
            json_agg(
              json_build_object(
                'id', file.id, 'position', file.position, 'filename', file.filename, 'contentType', file."contentType",
                'contentId', file."contentId", 'url', file.url, 'size', file.size, 'hash', encode(file.sha256, 'hex')
              ) ORDER BY file.position
            ) AS list
          FROM "Attachment" AS file WHERE file."emailId" = free.id
        ) AS file
        -- Expired content has no row, and needs no preparation.
        LEFT JOIN LATERAL (
          SELECT octet_length(message.bytes) AS "messageSize",
            coalesce(octet_length(message.bytes), coalesce(octet_length(html), 0) + coalesce(octet_length(text), 0)) AS bytes
          FROM "EmailContent" LEFT JOIN "AttachmentContent" AS message ON message.sha256 = "messageHash"
          WHERE "emailId" = free.id
        ) AS content ON true
    ), taken AS (
      UPDATE "EmailRecord" AS email
      SET status = 'sending', "leaseOwner" = ${worker}, "leaseUntil" = now() + ${leaseMs}::int * interval '1 ms',
        "attemptCount" = "attemptCount" + 1
      FROM free WHERE email.id = free.id AND (free."isToBeFetched" OR free."isLarge") IS NOT TRUE
      RETURNING email.*, free.attachments, free."messageSize"
    ), set_aside AS (
      UPDATE "EmailRecord" AS email
      SET "nextAttemptAt" = now() + ${setAsideMs}::int * interval '1 ms', generation = generation + 1,
        "postponedReason" = CASE WHEN free."isToBeFetched" THEN ${FETCHING} ELSE ${LARGE} END
      FROM free WHERE email.id = free.id AND (free."isToBeFetched" OR free."isLarge")
      RETURNING email.id, email."apiKeyId", email.generation, free."isToBeFetched", free.bytes, free.attachments
    ), attempt AS (
      INSERT INTO "DeliveryAttempt" ("emailId", n, worker) SELECT id, "attemptCount", ${worker} FROM taken
    )
    SELECT taken.id, NULL::json AS "setAside", taken."apiKeyId", taken."attemptCount" AS attempt, taken.mode, taken."createdAt",
      taken."scheduledAt", taken."retryCount", taken."relayFailureCount", taken."relayFailingSince",
      taken."messageId", taken."from", taken."to", taken.cc, taken.bcc, taken."replyTo", taken.subject, taken.headers,
      content."emailId" IS NOT NULL AS "hasContent", encode(content."messageHash", 'hex') AS "messageHash",
      taken."messageSize", content."envelopeSender", content."envelopeRecipients",
      -- For a submitted message, html and text are only for display.
      CASE WHEN content."messageHash" IS NULL THEN content.html END AS html,
      CASE WHEN content."messageHash" IS NULL THEN content.text END AS text,
      (
        SELECT json_agg(json_build_object(
          'address', recipient.address, 'state', recipient.state, 'isSuppressed', suppression.id IS NOT NULL
        ))
        FROM "EmailRecipient" AS recipient
        LEFT JOIN "Suppression" AS suppression ON suppression.email = recipient.address AND taken.mode = 'live'
        WHERE recipient."emailId" = taken.id
      ) AS recipients,
      taken.attachments
    FROM taken LEFT JOIN "EmailContent" AS content ON content."emailId" = taken.id
    UNION ALL
    SELECT id, json_build_object(
        'kind', 'set_aside', 'emailId', id, 'generation', generation, 'apiKeyId', "apiKeyId",
        'isToBeFetched', "isToBeFetched", 'bytes', bytes, 'attachments', coalesce(attachments, '[]'::json)
      ), ${NO_DELIVERY}
    FROM set_aside`,
  );

  const found = new Map(rows.map((row) => [row.id, row.setAside ?? toDelivery(row)]));
  return claims.map(({ emailId }) => {
    const email = found.get(emailId) ?? null;
    // An email claimed twice in one call goes to the first claim.
    found.delete(emailId);
    return email;
  });
}

/** Readable reasons why an email was set aside. */
const FETCHING = 'fetching_attachments: the files that it names by URL are being fetched';
const LARGE = 'sending_memory: it is large and is sent once other large emails are sent';

/** Placeholders for the columns of a begun email. */
const NO_DELIVERY = Prisma.raw(Array.from({ length: 25 }, () => 'NULL').join(', '));

/** A row of the statement, with flattened content and null for missing values. */
type TakenRow = Omit<Delivery, 'content' | 'recipients' | 'attachments'> & {
  /** Null when the attempt was begun; otherwise all other columns are null. */
  readonly setAside: SetAside | null;
  readonly hasContent: boolean;
  readonly html: string | null;
  readonly text: string | null;
  readonly messageHash: string | null;
  readonly messageSize: number | null;
  readonly envelopeSender: string | null;
  readonly envelopeRecipients: readonly string[] | null;
  readonly recipients: Delivery['recipients'] | null;
  readonly attachments: Delivery['attachments'] | null;
};

/** Lists every field, for the reason given at `submissionRow`. */
const toDelivery = (row: TakenRow): Delivery => ({
  id: row.id,
  apiKeyId: row.apiKeyId,
  attempt: row.attempt,
  mode: row.mode,
  createdAt: row.createdAt,
  scheduledAt: row.scheduledAt,
  retryCount: row.retryCount,
  relayFailureCount: row.relayFailureCount,
  relayFailingSince: row.relayFailingSince,
  messageId: row.messageId,
  from: row.from,
  to: row.to,
  cc: row.cc,
  bcc: row.bcc,
  replyTo: row.replyTo,
  subject: row.subject,
  headers: row.headers,
  content: row.hasContent ? { html: row.html, text: row.text, message: toMessage(row) } : null,
  recipients: row.recipients ?? [],
  attachments: row.attachments ?? [],
});

const toMessage = ({ messageHash, messageSize, envelopeSender, envelopeRecipients }: TakenRow): DeliveryMessage | null =>
  messageHash === null
    ? null
    : { hash: messageHash, size: messageSize, sender: envelopeSender ?? '', recipients: envelopeRecipients ?? [] };
