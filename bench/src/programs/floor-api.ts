/**
 * A program with the minimal cost of accepting an email over HTTP. It validates the body and responds with an id like the API.
 * Depending on its mode it stores nothing, or stores each email with one statement and one job, or stores all waiting emails with
 * one statement and one addBulk.
 */
import { groupCommit } from '@sendoff/runtime';
import { newId, type Submission } from '@sendoff/db';
import { fastify } from 'fastify';
import pg from 'pg';
import { toSubmission, type SmallEmail } from '../emails/small-email.ts';
import { insertEmails } from '../floors/insert-emails.ts';
import { jobOf, openQueue, type QueuePlace } from '../floors/open-queue.ts';
import { programOptions, serveCommands } from '../processes/serve-commands.ts';

/** What is done with an email. */
export type FloorMode = 'bare' | 'one by one' | 'grouped';
export type FloorOptions = QueuePlace & { readonly mode: FloorMode };

const API_KEY_ID = newId();
const MAX_GROUP = 500;
const CONNECTIONS = 10;

const text = { type: 'string' } as const;
const BODY = {
  type: 'object',
  required: ['from', 'to', 'subject'],
  properties: { from: text, to: { type: 'array', items: text }, subject: text, html: text, text },
} as const;
const ANSWER = { type: 'object', properties: { id: text } } as const;

const { mode, ...place } = programOptions() as FloorOptions;
const keep = openKeeping(mode);
const app = fastify();
app.post('/emails', { schema: { body: BODY, response: { 200: ANSWER } } }, async ({ body }) => {
  const submission = toSubmission(body as SmallEmail, API_KEY_ID);
  await keep(submission);
  return { id: submission.id };
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
serveCommands({ origin: () => origin });

/** Jobs are created after the commit and without delaying the response, as in the API. */
function openKeeping(chosen: FloorMode): (submission: Submission) => Promise<void> {
  if (chosen === 'bare') return () => Promise.resolve();
  const pool = new pg.Pool({ connectionString: place.databaseUrl, max: CONNECTIONS });
  const { queue } = openQueue(place);
  if (chosen === 'one by one') {
    return async (submission) => {
      await insertEmails(pool, [submission]);
      const { name, data, opts } = jobOf(submission.id);
      queue.add(name, data, opts).catch(fail);
    };
  }
  const enqueue = groupCommit(
    async (ids: readonly string[]) => {
      await queue.addBulk(ids.map(jobOf));
      return ids;
    },
    { maxItems: MAX_GROUP },
  );
  return groupCommit(
    async (submissions: readonly Submission[]) => {
      await insertEmails(pool, submissions);
      for (const { id } of submissions) enqueue(id).catch(fail);
      return submissions.map(() => undefined);
    },
    { maxItems: MAX_GROUP },
  );
}

function fail(error: unknown): void {
  throw error;
}
