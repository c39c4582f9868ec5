/**
 * Receives events and verifies their signatures (Standard Webhooks): node receiver.mjs
 * Needs WEBHOOK_SECRET, the `signing_secret` of the webhook. PORT is 4000 unless it is set.
 *
 * Create the webhook with `POST /webhooks` or on the page Webhooks of the dashboard. With `npx -y pnpm@12 start`, set
 * ALLOW_PRIVATE_ADDRESSES=true, because this receiver is on the same machine.
 */
import { createServer } from 'node:http';
import process from 'node:process';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.WEBHOOK_SECRET);
/** Events may arrive more than once; a real receiver keeps these ids in its database. */
const seen = new Set();

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  let event;
  try {
    // The signature covers the raw body, so it is verified before it is parsed.
    event = webhook.verify(Buffer.concat(chunks).toString(), request.headers);
  } catch {
    response.writeHead(401).end();
    return;
  }
  // Answer first: Sendoff repeats what is not confirmed within 15 seconds.
  response.writeHead(204).end();
  const id = request.headers['webhook-id'];
  if (seen.has(id)) return;
  seen.add(id);
  console.log(`${event.type} ${event.data.email_id}`);
});
server.listen(Number(process.env.PORT ?? 4000), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
