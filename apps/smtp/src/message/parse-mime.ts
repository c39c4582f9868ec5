/** What postal-mime reads in a message; large ones in a thread of their own. */
import { Worker } from 'node:worker_threads';
import PostalMime, { type Email } from 'postal-mime';

/** Octets from which on a message would hold up the others for longer than starting a thread takes. */
const LARGE = 128 * 1024;
/** How long a thread may take. A message of 40 MB takes a second or two. */
const LIMIT_MS = 60_000;

/** From src as from dist. */
const THREAD = new URL('../../workers/parse-mime.js', import.meta.url);

/** Parses a message, or says why it cannot be parsed. A message does no harm to the process, whatever is in it. */
export async function parseMime(message: Buffer<ArrayBuffer>): Promise<Email | { readonly problem: string }> {
  if (message.length >= LARGE) return parseApart(message);
  try {
    return await PostalMime.parse(message);
  } catch (error) {
    return { problem: String(error) };
  }
}

type Answer = { readonly email: Email } | { readonly problem: string };

/** One large message after the other: each takes a core, and several times its size in memory. */
let last: Promise<unknown> = Promise.resolve();

function parseApart(message: Buffer<ArrayBuffer>): Promise<Email | { readonly problem: string }> {
  const mine = last.then(() => askThread(message));
  last = mine;
  return mine.then((answer) => ('email' in answer ? answer.email : answer));
}

function askThread(message: Buffer<ArrayBuffer>): Promise<Answer> {
  return new Promise((resolve) => {
    const thread = new Worker(THREAD);
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    const timer = setTimeout(() => finish({ problem: 'It took too long.' }), LIMIT_MS);
    thread.once('message', finish);
    thread.once('error', (error) => finish({ problem: String(error) }));
    thread.once('exit', () => finish({ problem: 'The thread ended.' }));
    thread.postMessage(message);
  });
}
