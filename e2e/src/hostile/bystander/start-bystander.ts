/** The second key: an application that sends 20 emails a second, whatever others do. */
import { callApi } from '../../testing/call-api.ts';
import { RECEIVER } from '../attack.ts';
import { nameOf } from '../attacker/run-lanes.ts';
import { openSmtpSession, submit } from '../attacker/smtp-client.ts';
import type { HostileStack } from '../stack/start-hostile-stack.ts';

/** What it sends to, and with what. */
export type BystanderTarget = Pick<HostileStack, 'api' | 'bystanderKey' | 'submissionPort'>;

/** One of its emails. */
export interface BystanderEmail {
  readonly way: 'http' | 'smtp';
  readonly recipient: string;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly answeredAt: number;
  /** What the answer took, in milliseconds; connecting included, by SMTP. */
  readonly acceptMs: number;
  /** The status or the reply code, or why there is none. */
  readonly outcome: string;
}

/** The application, as it runs. */
export interface Bystander {
  /** Its emails that were answered, or given up. */
  readonly emails: readonly BystanderEmail[];
  /** Sends no more, and waits for the answers that are under way. */
  readonly stop: () => Promise<void>;
}

/** Emails a second. */
export const BYSTANDER_RATE = { http: 20, smtp: 2 } as const;
/** What tells that an email was accepted. */
export const ACCEPTED = { http: '200', smtp: '250' } as const;

const TICK_MS = 10;
const ANSWER_LIMIT_MS = 60_000;

/**
 * Starts it. Each email is begun at its time, however many answers are still missing.
 *
 * @param name tells its emails from those of others.
 */
export function startBystander(stack: BystanderTarget, name: string): Bystander {
  const emails: BystanderEmail[] = [];
  const underWay = new Set<Promise<void>>();
  const began = performance.now();
  const begun = { http: 0, smtp: 0 };

  const send = async (way: 'http' | 'smtp'): Promise<void> => {
    begun[way] += 1;
    const recipient = `${name}-${way}-${String(begun[way])}@${RECEIVER}`;
    const [begunAt, from] = [Date.now(), performance.now()];
    const outcome = await withLimit(way === 'http' ? post(stack, recipient) : submitMessage(stack, recipient));
    emails.push({ way, recipient, begunAt, answeredAt: Date.now(), acceptMs: performance.now() - from, outcome });
  };
  const timer = setInterval(() => {
    const seconds = (performance.now() - began) / 1000;
    for (const way of ['http', 'smtp'] as const) {
      while (begun[way] < seconds * BYSTANDER_RATE[way]) {
        const sending = send(way).finally(() => underWay.delete(sending));
        underWay.add(sending);
      }
    }
  }, TICK_MS);
  return {
    emails,
    stop: async () => {
      clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}

/** Over connections that are kept, as SDKs do. */
async function post({ api, bystanderKey }: BystanderTarget, recipient: string): Promise<string> {
  const body = { from: 'Shop <shop@bystander.example>', to: recipient, subject: 'Your order', text: 'It is on its way.' };
  const { status } = await callApi({ ...api, key: bystanderKey }, { method: 'POST', path: '/emails', body });
  return String(status);
}

/** Over a connection of its own, as scripts do. */
async function submitMessage({ submissionPort, bystanderKey }: BystanderTarget, to: string): Promise<string> {
  const message = `From: Shop <shop@bystander.example>\r\nTo: ${to}\r\nSubject: Your order\r\n\r\nIt is on its way.\r\n`;
  const client = await openSmtpSession(submissionPort, '127.0.0.1', bystanderKey, new AbortController().signal);
  try {
    return await submit(client, { from: 'shop@bystander.example', to: [to] }, Buffer.from(message));
  } finally {
    client.close();
  }
}

/** Never rejects: what went wrong is the outcome. */
async function withLimit(answer: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), ANSWER_LIMIT_MS);
  });
  const named = answer.catch((error: unknown) =>
    nameOf(error instanceof Error && error.cause instanceof Error ? error.cause : error),
  );
  return Promise.race([named, late]).finally(() => clearTimeout(timer));
}
