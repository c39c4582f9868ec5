/** The bystander: an application with its own key that sends at a constant rate during an attack. */
import { callApi } from '../../testing/call-api.ts';
import { RECEIVER } from '../attack.ts';
import { nameOf } from '../attacker/run-lanes.ts';
import { openSmtpSession, submit } from '../attacker/smtp-client.ts';
import type { HostileStack } from '../stack/start-hostile-stack.ts';

/** The target of the bystander. */
export type BystanderTarget = Pick<HostileStack, 'api' | 'bystanderKey' | 'submissionPort'>;

/** An email of the bystander. */
export interface BystanderEmail {
  readonly way: 'http' | 'smtp';
  readonly recipient: string;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly answeredAt: number;
  /** The response time in milliseconds; for SMTP it includes connecting. */
  readonly acceptMs: number;
  /** The status or reply code, or the error if there is none. */
  readonly outcome: string;
}

/** A running bystander. */
export interface Bystander {
  /** The emails with a result. */
  readonly emails: readonly BystanderEmail[];
  /** Stops sending and waits for pending responses. */
  readonly stop: () => Promise<void>;
}

/** Emails per second. */
export const BYSTANDER_RATE = { http: 20, smtp: 2 } as const;
/** The outcomes of accepted emails. */
export const ACCEPTED = { http: '200', smtp: '250' } as const;

const TICK_MS = 10;
const ANSWER_LIMIT_MS = 60_000;

/**
 * Starts sending. Each email is sent at its time, regardless of pending responses.
 *
 * @param name a unique prefix for its recipients
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

/** Sends over keep-alive connections, as SDKs do. */
async function post({ api, bystanderKey }: BystanderTarget, recipient: string): Promise<string> {
  const body = { from: 'Shop <shop@bystander.example>', to: recipient, subject: 'Your order', text: 'It is on its way.' };
  const { status } = await callApi({ ...api, key: bystanderKey }, { method: 'POST', path: '/emails', body });
  return String(status);
}

/** Sends over a new connection, as scripts do. */
async function submitMessage({ submissionPort, bystanderKey }: BystanderTarget, to: string): Promise<string> {
  const message = `From: Shop <shop@bystander.example>\r\nTo: ${to}\r\nSubject: Your order\r\n\r\nIt is on its way.\r\n`;
  const client = await openSmtpSession(submissionPort, '127.0.0.1', bystanderKey, new AbortController().signal);
  try {
    return await submit(client, { from: 'shop@bystander.example', to: [to] }, Buffer.from(message));
  } finally {
    client.close();
  }
}

/** Never rejects: an error becomes the outcome. */
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
