/** The loss of a long queue. */
import type { Fault } from './fault.ts';

export const BACKLOG: Fault = {
  name: 'backlog',
  title: 'A backlog whose whole queue is lost: before the workers start, and again while they send',
  onDemand: true,
  workersWait: true,
  batch: 100,
  sink: {},
  patienceMs: 1_200_000,
  inject: async ({ stack, load, delivered, note }) => {
    await load.done;
    const empty = async (): Promise<void> => {
      if (stack.redis === undefined) await stack.tables.run('DELETE FROM bullmq.job');
      else await stack.redis.flushAll();
    };
    await empty();
    const began = performance.now();
    await stack.startWorkers();
    await delivered(0.3);
    await empty();
    await delivered(1);
    note(`sent within ${((performance.now() - began) / 1000).toFixed(0)} s of the loss`);
  },
};
