/** Clients that submit emails until the wanted number is accepted. */
import { setTimeout as sleep } from 'node:timers/promises';
import { makeEmail, recipientsOf } from './make-email.ts';
import { callApi, openConnections, type Answer, type Connections } from './post-email.ts';

export interface LoadPlan {
  /** The API instances; a client that cannot connect to one tries the next. */
  readonly urls: readonly string[];
  readonly apiKey: string;
  /** The number of emails to be accepted. */
  readonly emails: number;
  /** Emails submitted per second by all clients together; as fast as possible by default. */
  readonly perSecond?: number | undefined;
  /** Emails per request; one by default. */
  readonly batch?: number | undefined;
  /** A prefix for the idempotency keys of this load. */
  readonly name: string;
  readonly signal: AbortSignal;
}

/** An email for which the API responded with 2xx. */
export interface AcceptedEmail {
  readonly id: string;
  readonly recipients: readonly string[];
  /** When the response arrived, in milliseconds since 1970. */
  readonly at: number;
  /** The response time in milliseconds. */
  readonly tookMs: number;
}

/** A running load. */
export interface Load {
  readonly accepted: readonly AcceptedEmail[];
  /** Emails whose request was not repeated and had no response or an error response. */
  readonly unanswered: () => number;
  /** Resolves when this many are accepted. */
  readonly reached: (count: number) => Promise<void>;
  /** Resolves when all are accepted. */
  readonly done: Promise<void>;
}

const CLIENTS = 16;
const PAUSE_MS = 50;
const POLL_MS = 10;

/** Starts the clients. Every second request has an idempotency key; only those can be repeated safely without a response. */
export function runLoad(plan: LoadPlan): Load {
  const { batch = 1 } = plan;
  const connections = openConnections();
  const accepted: AcceptedEmail[] = [];
  const began = performance.now();
  let begun = 0;
  let underWay = 0;
  let unanswered = 0;

  async function client(): Promise<void> {
    while (accepted.length < plan.emails) {
      plan.signal.throwIfAborted();
      if (accepted.length + underWay >= plan.emails) {
        await sleep(POLL_MS);
        continue;
      }
      const first = begun;
      begun += batch;
      underWay += batch;
      if (plan.perSecond !== undefined) await sleep(Math.max(0, began + (first * 1000) / plan.perSecond - performance.now()));
      const emails = await submit(plan, connections, first, batch);
      underWay -= batch;
      if (emails === undefined) unanswered += batch;
      else accepted.push(...emails);
    }
  }

  const done = Promise.all(Array.from({ length: CLIENTS }, client))
    .finally(() => connections.destroy())
    .then(() => undefined);
  done.catch(() => undefined);
  return {
    accepted,
    unanswered: () => unanswered,
    reached: async (count) => {
      while (accepted.length < Math.min(count, plan.emails)) await sleep(POLL_MS, undefined, { signal: plan.signal });
    },
    done,
  };
}

/** Submits the emails from number `first`. Returns undefined when their outcome is unknown and the request must not be repeated. */
async function submit(
  plan: LoadPlan,
  connections: Connections,
  first: number,
  batch: number,
): Promise<AcceptedEmail[] | undefined> {
  const indexes = Array.from({ length: batch }, (_, offset) => first + offset);
  const mayRepeat = (first / batch) % 2 === 0;
  const headers = {
    authorization: `Bearer ${plan.apiKey}`,
    ...(mayRepeat && { 'idempotency-key': `${plan.name}-${String(first)}` }),
  };
  const path = batch === 1 ? '/emails' : '/emails/batch';
  const body = batch === 1 ? makeEmail(first) : indexes.map(makeEmail);

  for (let attempt = 0; ; attempt += 1) {
    plan.signal.throwIfAborted();
    const url = `${plan.urls[(first + attempt) % plan.urls.length] ?? ''}${path}`;
    const from = performance.now();
    const answer = await callApi(connections, url, { headers, body });
    const ids = idsIn(answer);
    if (ids !== undefined) {
      const [at, tookMs] = [Date.now(), performance.now() - from];
      return ids.map((id, offset) => ({ id, recipients: recipientsOf(first + offset), at, tookMs }));
    }
    if (answer.kind !== 'not_sent' && !(mayRepeat && isWorthRepeating(answer))) return undefined;
    await sleep(PAUSE_MS);
  }
}

function idsIn(answer: Answer): readonly string[] | undefined {
  if (answer.kind !== 'answered' || answer.status >= 300) return undefined;
  const { id, data } = answer.body as { id?: string; data?: readonly { id: string }[] };
  return id === undefined ? data?.map((each) => each.id) : [id];
}

/**
 * True without a response, after a 5xx, or while the same request is still in progress (409); any other error is a bug of this
 * load.
 */
function isWorthRepeating(answer: Answer): boolean {
  if (answer.kind !== 'answered' || answer.status >= 500 || answer.status === 409) return true;
  throw new Error(`The API answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
}
