/** Faults that empty the queue or kill the database. */
import type { Fault } from './fault.ts';

export const QUEUE_AND_DATABASE: readonly Fault[] = [
  {
    name: 'redis-restarted',
    title: 'Redis killed and started again empty, twice',
    engines: ['redis'],
    perSecond: (emails) => emails / 6,
    inject: async ({ stack, random, delivered, pause }) => {
      for (const from of [0.1, 0.5]) {
        await delivered(from + random.next() * 0.3);
        await stack.redis?.kill();
        await pause(random.between(100, 2000));
        await stack.redis?.start();
      }
    },
  },
  {
    name: 'flushall',
    title: 'FLUSHALL, three times',
    engines: ['redis'],
    inject: async ({ stack, random, delivered }) => {
      for (const from of [0.1, 0.4, 0.7]) {
        await delivered(from + random.next() * 0.2);
        await stack.redis?.flushAll();
      }
    },
  },
  {
    name: 'jobs-deleted',
    title: 'Every job deleted from the queue in PostgreSQL, three times',
    engines: ['postgres'],
    inject: async ({ stack, random, delivered }) => {
      for (const from of [0.1, 0.4, 0.7]) {
        await delivered(from + random.next() * 0.2);
        await stack.tables.run('DELETE FROM bullmq.job');
      }
    },
  },
  {
    name: 'postgres-killed',
    title: 'PostgreSQL killed (SIGKILL of all its processes) and started again, twice',
    perSecond: (emails) => emails / 6,
    inject: async ({ stack, random, delivered, pause }) => {
      for (const from of [0.1, 0.5]) {
        await delivered(from + random.next() * 0.3);
        await stack.cluster.kill();
        await pause(random.between(100, 3000));
        await stack.cluster.startAgain();
      }
    },
  },
];
