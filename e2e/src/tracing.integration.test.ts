/** A trace follows an email from its request to the reply of the relay. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { callApi } from './testing/call-api.ts';
import { createReleases } from './testing/releases.ts';
import { startStack } from './testing/start-stack.ts';
import { startTraceReceiver, type ReceivedSpan } from './testing/trace-receiver.ts';
import { waitForStatus } from './testing/wait-for-status.ts';
import { waitUntil } from './testing/wait-until.ts';

const releases = createReleases();
afterEach(releases.releaseAll);

/** The trace and span ids of the client, in W3C Trace Context format. */
const CLIENT = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };
const EMAIL = { from: 'shop@acme.example', to: 'ann@example.com', subject: 'An order', text: 'Thank you.' };
/** Span kinds and status codes of OTLP. */
const KIND = { internal: 1, server: 2, client: 3, producer: 4, consumer: 5 };

describe('a trace', () => {
  // A job carries the same data on both engines, which other tests cover.
  test.each(queueEngines().slice(-1))(
    'follows an email from its request through the queue to the reply of the relay, with the queue on $name',
    async ({ redisUrl }) => {
      const receiver = await startTraceReceiver(releases);
      const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '100' };
      const stack = await startStack(releases, { redisUrl, settings });
      await Promise.all([stack.startApi(), stack.startWorker()]);

      const response = await fetch(`${stack.api.url}/emails`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${stack.api.key}`,
          'content-type': 'application/json',
          traceparent: `00-${CLIENT.trace}-${CLIENT.span}-01`,
        },
        body: JSON.stringify(EMAIL),
      });
      const { id = '' } = (await response.json()) as { id?: string };
      await waitForStatus(stack, id, 'sent');

      const trace = await waitUntil('the five spans of the trace', 15_000, () => {
        const spans = receiver.spans.filter(({ traceId }) => traceId === CLIENT.trace);
        return spans.length >= 5 && spans;
      });
      const chain = chainFrom(trace, CLIENT.span);
      expect(chain.map(({ service, name, kind }) => ({ service, name, kind }))).toEqual([
        { service: 'sendoff-api', name: 'POST /emails', kind: KIND.server },
        { service: 'sendoff-api', name: 'send deliveries', kind: KIND.producer },
        { service: 'sendoff-worker', name: 'process deliveries', kind: KIND.consumer },
        { service: 'sendoff-worker', name: 'attempt', kind: KIND.internal },
        { service: 'sendoff-worker', name: 'SMTP', kind: KIND.client },
      ]);
      expect(trace).toHaveLength(chain.length);

      const [request, , job, attempt, smtp] = chain;
      expect(request?.attributes).toMatchObject({ 'http.route': '/emails', 'http.response.status_code': 200 });
      expect(request?.events).toEqual([{ name: 'email accepted', attributes: { 'sendoff.email.id': id } }]);
      expect(job?.attributes['sendoff.email.id']).toBe(id);
      expect(attempt?.attributes).toMatchObject({ 'sendoff.email.id': id, 'sendoff.attempt': 1, 'sendoff.outcome': 'sent' });
      expect(smtp?.attributes).toMatchObject({
        'server.address': '127.0.0.1',
        'server.port': stack.relay.port,
        'smtp.reply.code': 250,
      });
      for (const { start, end } of chain) expect(end).toBeGreaterThanOrEqual(start);
      // Neither an address nor any content of the email.
      expect(JSON.stringify(trace, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
        /example\.com|acme|order/,
      );
    },
  );

  test('continues when an email is sent from the table without a job', async () => {
    const receiver = await startTraceReceiver(releases);
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '100' };
    const stack = await startStack(releases, { settings });
    await Promise.all([stack.startApi(), stack.startWorker()]);
    const { body } = await callApi(stack.api, {
      method: 'POST',
      path: '/emails',
      body: { ...EMAIL, scheduled_at: new Date(Date.now() + 4000).toISOString() },
      headers: { traceparent: `00-${CLIENT.trace}-${CLIENT.span}-01` },
    });
    await waitForStatus(stack, (body as { id: string }).id, 'sent');
    const trace = await waitUntil('the four spans of the trace', 15_000, () => {
      const spans = receiver.spans.filter(({ traceId }) => traceId === CLIENT.trace);
      return spans.length >= 4 && spans;
    });
    expect(chainFrom(trace, CLIENT.span).map(({ name }) => name)).toEqual([
      'POST /emails',
      'process deliveries',
      'attempt',
      'SMTP',
    ]);
  });

  test('does not affect the email when the collector is unreachable', async () => {
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_BSP_SCHEDULE_DELAY: '100' };
    const stack = await startStack(releases, { settings });
    const [api, worker] = await Promise.all([stack.startApi(), stack.startWorker()]);
    const response = await fetch(`${stack.api.url}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stack.api.key}`, 'content-type': 'application/json', traceparent: 'no such thing' },
      body: JSON.stringify(EMAIL),
    });
    const { id = '' } = (await response.json()) as { id?: string };
    await waitForStatus(stack, id, 'sent');
    for (const program of [api, worker]) {
      program.signal('SIGTERM');
      expect(await program.ended).toBe(0);
    }
  });
});

/** The chain of spans from the child of `parent`. */
function chainFrom(spans: readonly ReceivedSpan[], parent: string): ReceivedSpan[] {
  const child = spans.find(({ parentSpanId }) => parentSpanId === parent);
  return child === undefined ? [] : [child, ...chainFrom(spans, child.spanId)];
}
