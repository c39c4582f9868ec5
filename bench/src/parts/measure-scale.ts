/** Compares a full table with an almost empty one: accepting, lists, the sweep and retention. */
import { closeDatabase, openDatabase } from '@sendoff/db';
import type { Bench } from '../bench.ts';
import { createDeployment, startApi, type Deployment } from '../deployment/deployment.ts';
import { emptyQueue } from '../deployment/empty-deployment.ts';
import { startProgram } from '../processes/start-program.ts';
import type { LoadOrder, LoadResult } from '../programs/load.ts';
import type { Goal, PartResult, Row } from '../report/result.ts';
import { loadTable } from '../scale/load-table.ts';
import type { Table } from '../scale/table.ts';
import { timeMaintenance } from '../scale/time-maintenance.ts';
import { timePages } from '../scale/time-pages.ts';
import type { Timing } from '../scale/time-calls.ts';
import { countMinutes, timeOverview } from '../scale/time-overview.ts';
import { ratios } from '../statistics/ratios.ts';
import { summarise } from '../statistics/summarise.ts';

/** The size of the almost empty table. */
const FEW = 10_000;
const ACCEPT_LEAST = 0.9;
/** Rounds of accepting for each other round, because the rates of these short rounds vary by a tenth. */
const ACCEPT_ROUNDS = 3;
const MAX_PAGE_RATIO = 2;
/** The limit in milliseconds for what the first pages of the dashboard show. */
const MAX_DASHBOARD_MS = 300;
const SHOWN_FIRST = /^(overview|page: newest)/;

/** Measures the first engine only, since the table is the same on both. */
export async function measureScale(bench: Bench): Promise<PartResult> {
  const { amounts, engines, progress } = bench;
  const [engine = 'postgres'] = engines;
  const few = await openTable(bench, 'few', engine, Math.min(FEW, amounts.rows));
  const full = await openTable(bench, 'full', engine, amounts.rows);
  const tables = [few, full];

  const timings = new Map<string, { readonly few: Timing[]; readonly full: Timing[] }>();
  const note = (name: string, which: 'few' | 'full', timing: Timing): void => {
    const known = timings.get(name) ?? { few: [], full: [] };
    timings.set(name, known);
    known[which].push(timing);
  };
  for (let round = 0; round <= amounts.rounds; round += 1) {
    for (const table of round % 2 === 0 ? tables : [...tables].reverse()) {
      progress(
        `scale: ${round === 0 ? 'warm-up' : `round ${String(round)} of ${String(amounts.rounds)}`}, ${String(table.emails)} emails`,
      );
      const database = openDatabase({ url: table.deployment.databaseUrl, maxConnections: 2 });
      const found = [
        ...(await timePages(table, amounts.idleEmails)),
        ...(await timeOverview(table)),
        ...(await timeMaintenance(database, table, amounts.rounds + 1)),
      ];
      await closeDatabase(database);
      if (round > 0) for (const { name, timing } of found) note(name, table === full ? 'full' : 'few', timing);
    }
  }
  const accepted = await acceptOn(bench, tables);
  for (const { api } of tables) await api.program.stop();
  return toResult(amounts.rows, few.emails, accepted, timings);
}

async function openTable(bench: Bench, name: string, engine: Deployment['engine'], emails: number): Promise<Table> {
  const deployment = await createDeployment(bench.servers, `scale ${name}`, engine);
  await loadTable(deployment, emails, (done) => bench.progress(`scale: ${String(done)} of ${String(emails)} emails loaded`));
  const database = openDatabase({ url: deployment.databaseUrl, maxConnections: 1 });
  await countMinutes(database);
  await closeDatabase(database);
  return { emails, deployment, api: await startApi(bench.workplace, deployment) };
}

/** The rates of accepting in each round, by table. */
async function acceptOn({ workplace, amounts, progress }: Bench, tables: readonly Table[]): Promise<Map<Table, number[]>> {
  const load = startProgram(workplace, { name: 'scale load', file: 'bench/dist/programs/load.js' });
  const rates = new Map(tables.map((table) => [table, [] as number[]]));
  for (let round = 0; round <= amounts.rounds * ACCEPT_ROUNDS; round += 1) {
    for (const table of round % 2 === 0 ? tables : [...tables].reverse()) {
      progress(`scale: accepting into ${String(table.emails)} emails, ${round === 0 ? 'warm-up' : `round ${String(round)}`}`);
      await emptyQueue(table.deployment);
      const { origin, key } = table.api;
      const order: LoadOrder = { origin, key, connections: amounts.connections, count: amounts.acceptEmails };
      const { accepted, seconds } = await load.ask<LoadResult>('run', order);
      if (round > 0) rates.get(table)?.push(accepted / seconds);
    }
  }
  await load.stop();
  return rates;
}

function toResult(
  rows: number,
  few: number,
  accepted: ReadonlyMap<Table, readonly number[]>,
  timings: ReadonlyMap<string, { readonly few: readonly Timing[]; readonly full: readonly Timing[] }>,
): PartResult {
  const [intoFew = [], intoFull = []] = [...accepted.values()];
  const acceptance = summarise(ratios(intoFull, intoFew));
  const size = rows.toLocaleString('en');
  const goals: Goal[] = [
    {
      name: `accept into ${size} emails`,
      target: `≥ ${String(ACCEPT_LEAST)} ×`,
      value: acceptance,
      met: acceptance.median >= ACCEPT_LEAST,
    },
  ];
  const tableRows: Row[] = [
    {
      name: 'accepting, per second',
      values: intoFull,
      also: { [`with ${few.toLocaleString('en')}`]: summarise(intoFew).median, times: acceptance.median },
    },
  ];
  for (const [name, { few: small, full }] of timings) {
    const p99 = (list: readonly Timing[]): number[] => list.map((timing) => timing.p99);
    const value = summarise(ratios(p99(full), p99(small)));
    tableRows.push({
      name,
      values: p99(full),
      also: {
        [`with ${few.toLocaleString('en')}`]: summarise(p99(small)).median,
        times: value.median,
        'p50, ms': summarise(full.map(({ p50 }) => p50)).median,
      },
    });
    if (SHOWN_FIRST.test(name)) {
      const shown = summarise(p99(full));
      const target = `≤ ${String(MAX_DASHBOARD_MS)} ms`;
      goals.push({ name: `${name}, p99 for the dashboard`, target, value: shown, met: shown.median <= MAX_DASHBOARD_MS });
    }
    if (name.startsWith('page')) {
      goals.push({ name: `${name}, p99`, target: `≤ ${String(MAX_PAGE_RATIO)} ×`, value, met: value.median <= MAX_PAGE_RATIO });
    }
  }
  return {
    part: 'scale',
    title: `A table of ${size} emails beside one of ${few.toLocaleString('en')}`,
    unit: 'milliseconds, p99, but for accepting',
    method:
      'The emails are spread over thirty days, with recipients, content, tags, attempts and events; bench/src/scale/rows-of-emails.ts describes ' +
      'them. Pages are requested over HTTP in sequence, and the overview of the dashboard at intervals that bypass the cache of the API. The sweep and retention are the statements that the worker runs. Accepting ' +
      `is measured last, as in the accept part, in ${String(ACCEPT_ROUNDS)} times as many rounds, and adds emails to both tables.`,
    rows: tableRows,
    goals,
  };
}
