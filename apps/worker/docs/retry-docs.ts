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

What is tried again, and when, is decided once for each failure and stored with the email as \`nextAttemptAt\`. The queue
knows nothing of it: a lost job, an emptied Redis or a restart changes no time.

## A recipient was refused for now (4xx)

The email is \`deferred\`, and only the recipients that were refused are tried again. Each refusal uses up one step of
\`RETRY_SCHEDULE\`; when none is left, those recipients have \`failed\`. The delays vary by a fifth in either direction, so
that emails that were refused together do not come back together.

${markdownTable(['attempt', 'delay before it', 'with jitter', 'after the first attempt'], schedule)}

## The relay itself was the trouble

Connection, TLS and authentication say nothing about the email, so they use up no step of the schedule. The email is
tried again after the delays below, for at most ${inWords(RELAY_ERROR_LIMIT_MS)} from when the trouble began (RFC 5321, section 4.5.4.1,
asks for four to five days at least). Delays and days count trouble in a row: they begin anew once a relay has spoken for the
email, and when a person has it sent again. With several relays in \`MAIL_URL\`, all of them must have been in trouble.

${markdownTable(['time', 'delay after it', 'with jitter'], trouble)}

## The receiver is slow, or the rate limit is used up

An email for a domain that keeps connections waiting, and one beyond what \`?rate=\` of its relay lets through soon, is put
off before an attempt begins: no step of the schedule is used, nothing is written into the ledger, and \`waiting\` says why.
The first of them comes back after ${inWords(FIRST_RETURN_MS)}, the others one after the other, none later than after ${inWords(MAX_RETURN_MS)}
(decision 12).

## Nobody knows whether it was sent

An attempt is *in doubt* when the final dot may have been sent and no reply to it was recorded: the connection broke, or
the worker was killed. With \`IN_DOUBT_POLICY=retry\` the email is sent again under the same Message-ID and this counts as
a step of the schedule, so that an email that kills its worker each time ends as \`failed\`. With \`hold\` it waits for a
person as \`in_doubt\`.

## A recipient was refused for good (5xx)

That recipient has \`bounced\` and is not tried again.

## An endpoint did not take a webhook

Anything but an answer with status 2xx within 15 s is a failure; a redirect is one, too. The first attempt is made at
once. \`Retry-After\` is heeded up to ${inWords(MAX_RETRY_AFTER_MS)}, and makes no delay shorter. After the last attempt the event has
\`failed\`, and can be replayed.

${markdownTable(['attempt', 'delay before it', 'with jitter', 'after the first attempt'], webhooks)}

An endpoint is disabled when no attempt has succeeded for ${inWords(FAILING.limitMs)}, and at once when it answers 410 (Gone).
`,
  COMMAND,
);
