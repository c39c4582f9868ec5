/** Runs rows in parallel, since each mostly waits. */
import { runRow, type RowPlan, type RowResult } from './run-row.ts';
import { openCluster, type Cluster } from './stack/open-cluster.ts';

export interface RunOptions {
  /** Rows at a time. */
  readonly parallel: number;
  readonly onResult: (result: RowResult) => void;
  readonly signal: AbortSignal;
}

/** Runs all rows; those that must run alone come last. The results are in the order of the plans. */
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

/** Runs rows in sequence on a PostgreSQL of their own, which they can kill without affecting other lanes. */
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
