/** Submits an email that crashes every worker that attempts it. */
import { writeFileSync } from 'node:fs';
import { callApi, openConnections } from '../load/post-email.ts';
import { poisonFileOf } from '../stack/arm-programs.ts';
import type { Stage } from './fault.ts';

/** Time to write the poison file before a worker attempts the email. */
const HEAD_START_MS = 3000;
const POLL_MS = 500;
/** The retry schedule of this fault has two steps, so there are three attempts. */
const ATTEMPTS = 3;

/** Submits the poison email and waits until it is finished. It must end as `failed`. */
export async function submitPoison({ stack, pause, doom, fail, note }: Stage): Promise<void> {
  const connections = openConnections();
  const answer = await callApi(connections, `${stack.apiUrls[0] ?? ''}/emails`, {
    headers: { authorization: `Bearer ${stack.apiKey}` },
    body: {
      from: 'chaos@sender.example',
      to: 'poison@example.com',
      subject: 'Poison',
      text: 'Every worker crashes on this email.',
      scheduled_at: new Date(Date.now() + HEAD_START_MS).toISOString(),
    },
  });
  connections.destroy();
  if (answer.kind !== 'answered' || answer.status !== 200)
    throw new Error(`The poison email was not accepted: ${JSON.stringify(answer)}`);
  const { id } = answer.body as { id: string };
  writeFileSync(poisonFileOf(stack.logFile), id);
  doom(id);

  const status = async (): Promise<string | undefined> =>
    (await stack.tables.run<{ status: string }>('SELECT status::text FROM "EmailRecord" WHERE id = $1', [id]))[0]?.status;
  while (['scheduled', 'queued', 'sending', 'deferred'].includes((await status()) ?? '')) await pause(POLL_MS);

  const attempts = await stack.tables.run<{ outcome: string; reason: string }>(
    'SELECT outcome::text, reason FROM "DeliveryAttempt" WHERE "emailId" = $1 ORDER BY n',
    [id],
  );
  const story = attempts.map(({ outcome, reason }) => `${outcome} (${reason})`).join(', ');
  const last = await status();
  note(`the poison email ended as ${String(last)} after ${String(attempts.length)} attempts: ${story}`);
  if (last !== 'failed') fail(`the poison email ended as ${String(last)}`);
  if (attempts.length !== ATTEMPTS || attempts.some(({ reason }) => reason === ''))
    fail(`unexpected attempts of the poison email: ${story}`);
}
