/** Takes emails for sending. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import type { Delivery, DeliveryMessage } from './delivery.ts';
import { ATTEMPTABLE } from './transitions.ts';

/** Which email is to be taken. */
export interface AttemptClaim {
  readonly emailId: string;
  /** The generation that the job was made for; an email that has moved on is not taken. */
  readonly generation: number;
}

/** Who takes it, and for how long. */
export interface LeaseTerms {
  /** Names the worker in the lease and in the ledger. */
  readonly worker: string;
  /** Length of the lease in milliseconds; to be renewed while the attempt lasts. */
  readonly leaseMs: number;
}

/**
 * Begins attempts on the emails that are due and that nobody else has: one conditional statement for
 * all of them, committed before the network is touched, which also reads what is to be sent but for
 * the bytes of files and of messages that were submitted whole, and whom the suppression list keeps
 * from getting it. Their rows in the ledger are open until `recordOutcomes` closes them.
 *
 * A row that somebody else is changing at this moment is passed over rather than waited for, so
 * workers cannot deadlock; if the email is still due afterwards, the sweep finds it.
 *
 * @returns for each claim the email, or null when there is nothing to do: the email is not due, is
 *   finished, is being sent, or the job was of an earlier generation.
 */
export async function beginAttempts(
  database: Database,
  claims: readonly AttemptClaim[],
  { worker, leaseMs }: LeaseTerms,
): Promise<(Delivery | null)[]> {
  const rows = await runPrepared<TakenRow>(
    database,
    Prisma.sql`
    -- prepared: begin_attempts
    WITH free AS (
      -- LATERAL, so that each email is looked up by its id, whatever the planner believes about the backlog.
      SELECT free.id FROM json_to_recordset(${JSON.stringify(claims)}::json) AS claim("emailId" uuid, generation int),
        LATERAL (
          SELECT id FROM "EmailRecord"
          WHERE id = claim."emailId" AND generation = claim.generation
            AND status = ANY (${ATTEMPTABLE}::"EmailStatus"[]) AND "nextAttemptAt" <= now()
          FOR UPDATE SKIP LOCKED
        ) AS free
    ), taken AS (
      UPDATE "EmailRecord" AS email
      SET status = 'sending', "leaseOwner" = ${worker}, "leaseUntil" = now() + ${leaseMs}::int * interval '1 ms',
        "attemptCount" = "attemptCount" + 1
      FROM free WHERE email.id = free.id
      RETURNING email.*
    ), attempt AS (
      INSERT INTO "DeliveryAttempt" ("emailId", n, worker) SELECT id, "attemptCount", ${worker} FROM taken
    )
    SELECT taken.id, taken."attemptCount" AS attempt, taken.mode, taken."createdAt", taken."scheduledAt", taken."retryCount",
      taken."troubleCount", taken."troubleSince",
      taken."messageId", taken."from", taken."to", taken.cc, taken.bcc, taken."replyTo", taken.subject, taken.headers,
      content."emailId" IS NOT NULL AS "hasContent", encode(content."messageHash", 'hex') AS "messageHash",
      (SELECT octet_length(bytes) FROM "AttachmentContent" WHERE sha256 = content."messageHash") AS "messageSize",
      content."envelopeSender", content."envelopeRecipients",
      -- Of a message that is sent as it is, they are only for reading.
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
      (
        SELECT json_agg(
          json_build_object(
            'id', file.id, 'position', file.position, 'filename', file.filename, 'contentType', file."contentType",
            'contentId', file."contentId", 'url', file.url, 'size', file.size, 'hash', encode(file.sha256, 'hex')
          ) ORDER BY file.position
        ) FROM "Attachment" AS file WHERE file."emailId" = taken.id
      ) AS attachments
    FROM taken LEFT JOIN "EmailContent" AS content ON content."emailId" = taken.id`,
  );

  const deliveries = new Map(rows.map((row) => [row.id, toDelivery(row)]));
  return claims.map(({ emailId }) => {
    const delivery = deliveries.get(emailId) ?? null;
    // The same email twice in one call is taken once: by the first claim on it.
    deliveries.delete(emailId);
    return delivery;
  });
}

/** A row as the statement gives it: content is spread out, and what an email has none of is null. */
type TakenRow = Omit<Delivery, 'content' | 'recipients' | 'attachments'> & {
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

/** Field by field, as `submissionRow`. */
const toDelivery = (row: TakenRow): Delivery => ({
  id: row.id,
  attempt: row.attempt,
  mode: row.mode,
  createdAt: row.createdAt,
  scheduledAt: row.scheduledAt,
  retryCount: row.retryCount,
  troubleCount: row.troubleCount,
  troubleSince: row.troubleSince,
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
