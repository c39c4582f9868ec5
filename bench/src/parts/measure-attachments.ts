/** The memory used by many large attachments at once. */
import type { Bench } from '../bench.ts';
import { createDeployment, startApi, startWorker, type Deployment } from '../deployment/deployment.ts';
import { emptyDeployment } from '../deployment/empty-deployment.ts';
import { startSink, type Sink } from '../neighbours/start-sink.ts';
import { startProgram, type Program } from '../processes/start-program.ts';
import { waitUntil } from '../processes/wait-until.ts';
import type { AttachmentForm, AttachmentOrder, AttachmentResult } from '../programs/attachment-load.ts';
import type { Goal, PartResult, Row } from '../report/result.ts';
import { summarise } from '../statistics/summarise.ts';
import { readPeakMemory } from '../usage/read-usage.ts';

const FORMS: readonly AttachmentForm[] = ['base64', 'integers'];
const MEGABYTE = 1024 * 1024;
/** Maximum resident memory in bytes; for the API, five times its limit of bodies in flight. */
const BUDGET = { api: 1280 * MEGABYTE, worker: 768 * MEGABYTE } as const;
const DELIVERY_LIMIT_MS = 300_000;
/** Each round restarts both programs, because it reads their peak memory. */
const MAX_ROUNDS = 2;

/** Measures the first engine only: attachments do not go through the queue. */
export async function measureAttachments(bench: Bench): Promise<PartResult> {
  const { workplace, servers, amounts, engines, progress } = bench;
  const deployment = await createDeployment(servers, 'attachments', engines[0] ?? 'postgres');
  const sink = await startSink(workplace);
  const load = startProgram(workplace, { name: 'attachment load', file: 'bench/dist/programs/attachment-load.js' });
  const rounds = Math.min(MAX_ROUNDS, amounts.rounds);

  const rows: Row[] = [];
  for (const form of FORMS) {
    const found: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      progress(`attachments: ${form}, round ${String(round)} of ${String(rounds)}`);
      found.push(await measureRound(bench, { deployment, sink, load, form }));
    }
    rows.push(toRow(form, found));
  }
  await load.stop();
  await sink.program.stop();
  const { count, octets } = amounts.attachments;
  return {
    part: 'attachments',
    title: `${String(count)} emails at once, each with an attachment of ${String(octets / MEGABYTE)} MB`,
    unit: 'seconds until all are accepted',
    method:
      'All requests begin at the same time. An email answered with 503 is sent again after the time in Retry-After. The worker starts ' +
      'when all are accepted, with its default concurrency. Each round restarts the API and the worker.',
    rows,
    goals: rows.flatMap(toGoals),
  };
}

interface Round {
  readonly result: AttachmentResult;
  readonly api: number;
  readonly worker: number;
}

interface RoundParts {
  readonly deployment: Deployment;
  readonly sink: Sink;
  readonly load: Program;
  readonly form: AttachmentForm;
}

async function measureRound({ workplace, amounts }: Bench, { deployment, sink, load, form }: RoundParts): Promise<Round> {
  await emptyDeployment(deployment);
  await sink.reset();
  const api = await startApi(workplace, deployment);
  const order: AttachmentOrder = { origin: api.origin, key: api.key, form, ...amounts.attachments };
  const result = await load.ask<AttachmentResult>('send', order);
  const apiPeak = readPeakMemory(api.program.pid);
  await api.program.stop();

  const worker = await startWorker(workplace, deployment, sink.url);
  await waitUntil('every attachment is sent', DELIVERY_LIMIT_MS, async () => {
    if (worker.hasEnded()) throw worker.explainEnd();
    return (await sink.messages()) >= amounts.attachments.count;
  });
  const workerPeak = readPeakMemory(worker.pid);
  await worker.stop();
  return { result, api: apiPeak, worker: workerPeak };
}

function toRow(form: AttachmentForm, rounds: readonly Round[]): Row {
  const middle = (pick: (round: Round) => number): number => summarise(rounds.map(pick)).median;
  return {
    name: form,
    values: rounds.map(({ result }) => result.seconds),
    peak: { api: Math.max(...rounds.map(({ api }) => api)), worker: Math.max(...rounds.map(({ worker }) => worker)) },
    also: {
      'body, MB': middle(({ result }) => result.bodyOctets / MEGABYTE),
      'accepted at first': middle(({ result }) => result.first['200'] ?? 0),
      '503 at first': middle(({ result }) => result.first['503'] ?? 0),
      requests: middle(({ result }) => result.requests),
    },
  };
}

function toGoals({ name, peak = {} }: Row): Goal[] {
  return Object.entries(BUDGET).map(([process, budget]) => {
    const used = (peak[process] ?? 0) / MEGABYTE;
    return {
      name: `${name}: peak of the ${process}, MB`,
      target: `≤ ${String(budget / MEGABYTE)}`,
      value: summarise([used]),
      met: used * MEGABYTE <= budget,
    };
  });
}
