/** Writes docs/retries.md from the schedules. */
import { generatedFile, markdownTable } from '@sendoff/tooling/generated-file';
import { loadWorkerEnvironment } from '@sendoff/config';
import { RELAY_ERROR_DELAYS_MS, RELAY_ERROR_LIMIT_MS, relayErrorDelay, retryDelay } from '@sendoff/core';
import { FIRST_RETURN_MS, MAX_RETURN_MS } from '../src/delivery/postpone-schedule.ts';
import { FAILING, MAX_RETRY_AFTER_MS, WEBHOOK_DELAYS_MS, webhookRetryDelay } from '../src/webhooks/webhook-schedule.ts';

const COMMAND = 'pnpm docs:write';
const { RETRY_SCHEDULE } = loadWorkerEnvironment({ DATABASE_URL: 'postgresql://localhost', MAIL_URL: 'smtp://localhost' });

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
] as const;

/** The largest two units of a time, such as `1 h 21 min`. */
function inWords(ms: number): string {
  const parts: string[] = [];
  let rest = Math.round(ms / 1000) * 1000;
  for (const [length, unit] of UNITS) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${String(count)} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}

const least = () => 0;
const most = () => 1;

let elapsed = 0;
const schedule = RETRY_SCHEDULE.map((delay, used) => {
  elapsed += delay;
  const earliest = retryDelay(RETRY_SCHEDULE, used, least) ?? 0;
  const latest = retryDelay(RETRY_SCHEDULE, used, most) ?? 0;
  return [String(used + 2), inWords(delay), `${inWords(earliest)} – ${inWords(latest)}`, inWords(elapsed)];
});

const trouble = RELAY_ERROR_DELAYS_MS.map((delay, index) => [
  index + 1 === RELAY_ERROR_DELAYS_MS.length ? `${String(index + 1)} and more` : String(index + 1),
  inWords(delay),
  `${inWords(relayErrorDelay(index + 1, least))} – ${inWords(relayErrorDelay(index + 1, most))}`,
]);

let sinceEvent = 0;
const webhooks = WEBHOOK_DELAYS_MS.map((delay, used) => {
  sinceEvent += delay;
  const earliest = webhookRetryDelay(used, null, least) ?? 0;
  const latest = webhookRetryDelay(used, null, most) ?? 0;
  return [String(used + 2), inWords(delay), `${inWords(earliest)} – ${inWords(latest)}`, inWords(sinceEvent)];
});

generatedFile(
  'docs/retries.md',
  `# Retries

<!-- Written by \`${COMMAND}\` from packages/core/src/delivery/retry-policy.ts and apps/worker/src/webhooks/webhook-schedule.ts, and the default of RETRY_SCHEDULE. -->

After each failure, Sendoff decides once whether and when to retry, and stores the time with the email as \`nextAttemptAt\`. The
time does not depend on the queue: a lost job, an emptied Redis or a restart does not change it.

## Temporary rejection (4xx)

The email is \`deferred\`, and only the rejected recipients are retried. Each rejection uses one step of \`RETRY_SCHEDULE\`. When no
step is left, those recipients are \`failed\`. The delays vary by up to a fifth in either direction (jitter), so that emails
rejected at the same time are not retried at the same time.

${markdownTable(['attempt', 'delay before it', 'with jitter', 'after the first attempt'], schedule)}

## Relay failures

A failure of the connection, of TLS or of authentication says nothing about the email, so it uses no step of the schedule. The
email is retried after the delays below, for at most ${inWords(RELAY_ERROR_LIMIT_MS)} after the first failure (RFC 5321, section 4.5.4.1, asks
for at least four to five days). The delays and the limit count consecutive failures. They start over when a relay replies to the
email, and when somebody retries the email by hand. With several relays in \`MAIL_URL\`, only a failure of all of them counts.

${markdownTable(['failure', 'delay after it', 'with jitter'], trouble)}

## Slow receivers and rate limits

Sendoff postpones an email, before a delivery attempt begins, if the recipient's domain keeps connections waiting or if the rate
limit of the relay (\`?rate=\`) is used up. This uses no step of the schedule and writes nothing to the ledger, and \`waiting\` shows
the reason. The first postponed email comes back after ${inWords(FIRST_RETURN_MS)}; the others follow one after the other, each after at
most ${inWords(MAX_RETURN_MS)} ([decision 12](decisions/0012-relay-failover.md)).

## Emails in doubt

A delivery attempt is *in doubt* when the final dot may have been sent and no reply to it was recorded, because the connection
broke or the worker was killed. With \`IN_DOUBT_POLICY=retry\`, the email is sent again under the same Message-ID. This uses a step
of the schedule, so an email that kills its worker every time ends as \`failed\`. With \`hold\`, the email stays \`in_doubt\` until
somebody resolves it (\`POST /emails/:id/resolve\`).

## Permanent rejection (5xx)

The recipient is \`bounced\` and is not retried.

## Webhook retries

The first attempt is made at once. It succeeds if the endpoint responds with a 2xx status within 15 s. Everything else is a failure,
including a redirect. \`Retry-After\` can make a delay longer, up to ${inWords(MAX_RETRY_AFTER_MS)}, but never shorter. After the last attempt
the event is \`failed\` and can be replayed.

${markdownTable(['attempt', 'delay before it', 'with jitter', 'after the first attempt'], webhooks)}

An endpoint is disabled when no attempt has succeeded for ${inWords(FAILING.limitMs)}, or immediately when it responds with 410 (Gone).
`,
  COMMAND,
);
