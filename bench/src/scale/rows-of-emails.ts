/**
 * The emails of the full table, as SQL.
 *
 * They are spread evenly over thirty days up to a minute ago; the oldest 0.2 % are ten days older, so that retention has something
 * to remove. 95.9 % are sent, 3 % bounced, 1 % failed, and 0.1 % wait for a retry. Each has one recipient, its content, its events
 * and its attempt; every second one has tags.
 */

/** One distinct recipient address for this many emails. */
export const EMAILS_PER_ADDRESS = 20;
/** The number of distinct senders; the first one sent half of all emails. */
export const SENDERS = 6;

const HTML = `'<!doctype html><html><body><h1>Thank you</h1><p>Order ' || n || ' has left our house.</p><table>'
  || repeat('<tr><td style="padding:4px 8px">One well-made thing</td><td align="right">19.90 EUR</td></tr>', 15) || '</table></body></html>'`;
const TEXT = `'Thank you. Order ' || n || ' has left our house. ' || repeat('One well-made thing, packed with care, 19.90 EUR. ', 15)`;

export const ROWS_OF_EMAILS = {
  /** Numbers `$1` to `$2` of `$3` emails. */
  chunk: `
    SELECT n::int, id, at, status, at + interval '2 seconds' AS "endedAt",
      'sender-' || sender || '@shop.example' AS "fromAddress",
      'customer-' || n / ${String(EMAILS_PER_ADDRESS)} || '@example.net' AS address,
      CASE n % 4 WHEN 0 THEN 'Your order ' || n || ' is on its way' WHEN 1 THEN 'Invoice ' || n
        WHEN 2 THEN 'Your password' ELSE 'News of week ' || n % 52 END AS subject
    FROM (
      SELECT n, uuidv7(at - now()) AS id, at,
        CASE WHEN n % 1000 = 999 THEN 'deferred' WHEN n % 100 = 50 THEN 'failed' WHEN n % 100 IN (10, 20, 30) THEN 'bounced' ELSE 'sent' END
          AS status,
        CASE WHEN n % 2 = 0 THEN 0 ELSE n % ${String(SENDERS)} END AS sender
      FROM (
        SELECT n, now() - interval '1 minute' - (CASE WHEN n < $3::bigint / 500 THEN interval '10 days' ELSE interval '0' END)
          - interval '30 days' * (($3::bigint - n)::float8 / $3::bigint) AS at
        FROM generate_series($1::bigint, $2::bigint) AS n
      ) AS timed
    ) AS email`,
  statements: [
    `INSERT INTO "EmailRecord" (id, mode, status, "createdAt", "nextAttemptAt", "attemptCount", "eventCount", "retryCount", generation,
       "messageId", "from", "fromAddress", "to", cc, bcc, "replyTo", subject)
     SELECT id, 'live', status::"EmailStatus", at, CASE status WHEN 'deferred' THEN now() + interval '1 day' END, 1, 2, 0, 1,
       '<' || id || '@shop.example>', 'The Shop <' || "fromAddress" || '>', "fromAddress", ARRAY[address], '{}', '{}', '{}', subject
     FROM chunk`,
    `INSERT INTO "EmailContent" ("emailId", html, text) SELECT id, ${HTML}, ${TEXT} FROM chunk`,
    `INSERT INTO "EmailRecipient" ("emailId", address, kind, state, "replyCode", "enhancedCode", "replyText")
     SELECT id, address, 'to', status::"RecipientState", 250, '2.0.0', 'ok' FROM chunk`,
    `INSERT INTO "EmailTag" ("emailId", position, name, value)
     SELECT id, position, name, value
     FROM chunk, LATERAL (VALUES (0, 'category', 'kind-' || n / 2 % 10), (1, 'customer', 'c' || n / ${String(EMAILS_PER_ADDRESS)}))
       AS tag(position, name, value)
     WHERE n % 2 = 0`,
    `INSERT INTO "DeliveryAttempt" ("emailId", n, "startedAt", "finishedAt", worker, outcome, reason, relay, "replyCode", recipients)
     SELECT id, 1, "endedAt", "endedAt", 'worker:1:000000', status::"AttemptOutcome", 'accepted', 'smtp://relay.example:25', 250,
       json_build_array(json_build_object('address', address, 'verdict', status, 'replyCode', 250))
     FROM chunk`,
    `INSERT INTO "EmailEvent" ("emailId", n, type, at) SELECT id, 1, 'queued', at FROM chunk
     UNION ALL SELECT id, 2, (CASE status WHEN 'deferred' THEN 'delivery_delayed' ELSE status END)::"EmailEventType", "endedAt" FROM chunk`,
  ],
} as const;
