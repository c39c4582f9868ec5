/** Rows side by side, since most of each is waiting. */
import { runRow, type RowPlan, type RowResult } from './run-row.ts';
import { openCluster, type Cluster } from './stack/open-cluster.ts';

/** How they are run. */
export interface RunOptions {
  /** Rows at once. */
  readonly parallel: number;
  readonly onResult: (result: RowResult) => void;
  readonly signal: AbortSignal;
}

/** Runs them all, those that must be alone last. The results are in the order of the plans. */
export async function runRows(plans: readonly RowPlan[], options: RunOptions): Promise<RowResult[]> {
  const results = new Map<RowPlan, RowResult>();
  const together = plans.filter(({ fault }) => fault.alone !== true);
  const alone = plans.filter(({ fault }) => fault.alone === true);
  const runWith = async (lanes: number, queue: RowPlan[]): Promise<void> => {
    await Promise.all(Array.from({ length: Math.min(lanes, queue.length) }, () => runLane(queue, results, options)));
  };
  await runWith(options.parallel, together);
  await runWith(1, alone);
  return plans.flatMap((plan) => results.get(plan) ?? []);
}

/** One row after the other, on a PostgreSQL that no other lane knows, so that it can be killed. */
async function runLane(queue: RowPlan[], results: Map<RowPlan, RowResult>, { onResult, signal }: RunOptions): Promise<void> {
  let cluster: Cluster | undefined;
  try {
    cluster = await openCluster();
    for (let plan = queue.shift(); plan !== undefined; plan = queue.shift()) {
      signal.throwIfAborted();
      const result = await runRow(plan, cluster, signal);
      results.set(plan, result);
      onResult(result);
    }
  } finally {
    await cluster?.remove();
  }
}
