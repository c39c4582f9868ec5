/** The cost of hostile input: milliseconds of the main thread per megabyte. */
import type { Bench } from '../bench.ts';
import type { CostCase } from '../cost/cost-case.ts';
import { COST_CASES } from '../cost/index.ts';
import { seekCost, type CostFinding } from '../cost/run-cost.ts';
import type { Goal, PartResult, Row } from '../report/result.ts';
import { summarise } from '../statistics/summarise.ts';

/** The default limit, in milliseconds of the main thread per megabyte. */
const USUAL_LIMIT_MS = 100;

/** Measures every kind of input. */
export async function measureCost({ amounts, progress }: Pick<Bench, 'amounts' | 'progress'>): Promise<PartResult> {
  const seeds = Array.from({ length: amounts.costSeeds }, (_, index) => amounts.costSeed + index);
  const rows: Row[] = [];
  const goals: Goal[] = [];
  for (const openCase of COST_CASES) {
    const costCase = openCase();
    progress(`cost: ${costCase.name}, seeds ${String(seeds.at(0))} to ${String(seeds.at(-1))}`);
    const findings = await seekCost(costCase, seeds);
    rows.push(toRow(costCase.name, findings));
    goals.push(toGoal(costCase, findings));
    await costCase.close?.();
  }
  return {
    part: 'cost',
    title: 'What hostile input costs the main thread',
    unit: 'milliseconds for each MB',
    method:
      `${String(seeds.length)} inputs of each kind, 16 KB each, from seeded generators that repeat and nest what slows parsers down; the slowest are measured ` +
      'again with up to 1 MB. The time is that for which the event loop was busy.',
    rows,
    goals,
  };
}

function toGoal({ name, limit = USUAL_LIMIT_MS }: CostCase, findings: readonly CostFinding[]): Goal {
  const value = summarise(findings.slice(0, 1).map(({ perMegabyte }) => perMegabyte));
  return { name: `worst of ${name}`, target: `≤ ${String(limit)} ms a MB`, value, met: value.most <= limit };
}

function toRow(name: string, findings: readonly CostFinding[]): Row {
  const [worst] = findings;
  const worstSeeds = findings.slice(0, 5).map(({ seed, bytes }) => `${String(seed)} (${String(Math.round(bytes / 1024))} KB)`);
  return {
    name,
    values: findings.map(({ perMegabyte }) => perMegabyte),
    also: { 'worst, ms': worst?.milliseconds ?? Number.NaN, 'worst seeds': worstSeeds.join(', ') },
  };
}
