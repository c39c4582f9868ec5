/** The metrics of the programs match what happened. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { submitEmail } from './testing/api-client.ts';
import { checkMetrics } from './testing/check-metrics.ts';
import { ROOT } from './testing/programs.ts';
import { scrape, type Scrape } from './testing/read-metrics.ts';
import { createReleases } from './testing/releases.ts';
import { runPromtool } from './testing/run-promtool.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitForStatus } from './testing/wait-for-status.ts';
import { waitUntil } from './testing/wait-until.ts';

const releases = createReleases();
afterAll(releases.releaseAll);

let stack: Stack;
let api: Scrape;
let worker: Scrape;
let smtp: Scrape;

const email = (to: string) => ({ from: 'shop@acme.example', to, subject: 'An order', text: 'Thank you.' });

beforeAll(async () => {
  const { redisUrl } = queueEngines().at(-1) ?? {};
  const script = {
    rcpt: ({ to }: { to: string }) =>
      to.startsWith('nobody@')
        ? { code: 550, message: '5.1.1 No such user' }
        : to.startsWith('later@')
          ? { code: 450, message: '4.2.1 Greylisted' }
          : undefined,
  };
  stack = await startStack(releases, { redisUrl, script, settings: { RETRY_SCHEDULE: '1h' } });
  await Promise.all([stack.startApi(), stack.startWorker(), stack.startSmtp()]);
  const [first = '', second = '', nobody = '', later = ''] = await Promise.all(
    ['ann', 'bob', 'nobody', 'later'].map((name) => submitEmail(stack.api, email(`${name}@example.com`))),
  );
  await Promise.all([waitForStatus(stack, first, 'sent'), waitForStatus(stack, second, 'sent')]);
  await Promise.all([waitForStatus(stack, nobody, 'bounced'), waitForStatus(stack, later, 'deferred')]);
  await submitEmail(stack.api, {
    ...email('next-week@example.com'),
    scheduled_at: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  });
  // An email changes its status in the table just before its worker counts it.
  const { PORT = '', WORKER_PORT = '', SMTP_HEALTH_PORT = '' } = stack.variables;
  worker = await waitUntil('four attempts in the metrics', 10_000, async () => {
    const found = await scrape(WORKER_PORT);
    return (
      found.samples.filter(({ name }) => name === 'sendoff_attempts_total').reduce((sum, { value }) => sum + value, 0) === 4 &&
      found
    );
  });
  api = await scrape(PORT);
  smtp = await scrape(SMTP_HEALTH_PORT);
}, 110_000);

/** Names that look like metrics but are not. */
const DATABASE_ROLES = ['sendoff_owner'];

describe('metrics', () => {
  test('are valid for Prometheus', () => {
    for (const { text, contentType } of [api, worker, smtp]) {
      expect(checkMetrics(text)).toEqual([]);
      expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
    }
  });

  test('count accepted emails, and the duration of requests by route', () => {
    expect(api.value('sendoff_emails_accepted_total')).toBe(5);
    const posts = { method: 'POST', route: '/emails', status: '200' };
    expect(api.value('sendoff_http_request_duration_seconds_count', posts)).toBe(5);
    // Labels with the path of a request would be unbounded.
    expect(api.samples.map(({ labels }) => labels['route'] ?? '')).not.toContainEqual(expect.stringMatching(/[0-9a-f]{8}-/));
  });

  test('count attempts by outcome and relay, and their duration', () => {
    const relay = stack.relay.url;
    expect(worker.value('sendoff_attempts_total', { outcome: 'sent', relay })).toBe(2);
    expect(worker.value('sendoff_attempts_total', { outcome: 'bounced', relay })).toBe(1);
    expect(worker.value('sendoff_attempts_total', { outcome: 'deferred', relay })).toBe(1);
    expect(worker.value('sendoff_attempt_duration_seconds_count')).toBe(4);
    expect(worker.value('sendoff_delivery_duration_seconds_count')).toBe(2);
    expect(worker.value('sendoff_attempts_under_way')).toBe(0);
  });

  test('show waiting emails and the health of database and queue on both programs', () => {
    expect(api.value('sendoff_emails', { status: 'deferred' })).toBe(1);
    expect(api.value('sendoff_emails', { status: 'scheduled' })).toBe(1);
    for (const status of ['queued', 'sending', 'in_doubt']) expect(api.value('sendoff_emails', { status })).toBe(0);
    for (const { value } of [api, worker]) {
      expect(value('sendoff_database_up')).toBe(1);
      expect(value('sendoff_queue_up')).toBe(1);
      expect(value('sendoff_queue_jobs_waiting')).toBe(0);
      expect(value('sendoff_oldest_due_email_age_seconds')).toBe(0);
      expect(value('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
      expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    }
    expect(worker.value('sendoff_build_info', { app: 'worker' })).toBe(1);
  });

  test('have alerts that are valid for Prometheus and equal to the documentation', () => {
    const rules = readFileSync(join(ROOT, 'docs/prometheus/alerts.yaml'), 'utf8');
    const expressions = [...rules.matchAll(/^ +expr: (.*)$/gm)].map(([, text = '']) => text.replace(/^'(.*)'$/, '$1'));
    const operations = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
    expect(expressions.length).toBeGreaterThanOrEqual(10);
    expect(expressions.filter((expression) => !operations.includes(`\`${expression}\``))).toEqual([]);
    expect(runPromtool(['check', 'rules', 'docs/prometheus/alerts.yaml']) ?? []).toEqual([]);
  });

  test('are all documented, and those used in the documentation and the Grafana dashboard exist', () => {
    const typed = [api, worker, smtp].flatMap(({ text }) => [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
    const namesIn = (file: string): string[] =>
      [...readFileSync(join(ROOT, 'docs', file), 'utf8').matchAll(/(?:sendoff|nodejs|process)_[a-z0-9_]+[a-z0-9]/g)].map(
        ([name]) => name.replace(/_(?:bucket|count|sum)$/, ''),
      );
    const operations = namesIn('operations.md').filter((name) => !DATABASE_ROLES.includes(name));
    const named = [...operations, ...namesIn('grafana/sendoff.json'), ...namesIn('prometheus/alerts.yaml')];
    expect(named.filter((name) => !typed.includes(name))).toEqual([]);
    expect(typed.filter((name) => name.startsWith('sendoff_') && !operations.includes(name))).toEqual([]);
  });
});
