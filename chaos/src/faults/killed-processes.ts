/** Faults that kill or stop Sendoff's own processes. */
import type { Fault, Stage } from './fault.ts';
import { submitPoison } from './submit-poison.ts';

/** Longer than BullMQ's lock (10 s), and than a lease (30 s) plus the interval of the sweep that reclaims it (5 s). */
const PAST_EVERY_LOCK_MS = 40_000;

/** Calls `strike` at three moments during delivery that depend on the seed. */
async function atThreeMoments({ random, delivered }: Stage, strike: (nth: number) => void): Promise<void> {
  for (const [nth, from] of [0.1, 0.4, 0.7].entries()) {
    await delivered(from + random.next() * 0.2);
    strike(nth);
  }
}

const crash = (name: string, title: string, program: 'api' | 'worker', channel: string): Fault => ({
  name,
  title,
  crash: { program, channel: `sendoff:${channel}` },
});

export const KILLED_PROCESSES: readonly Fault[] = [
  {
    name: 'worker-killed',
    title: 'SIGKILL of a worker, three times',
    inject: (stage) => atThreeMoments(stage, (nth) => stage.stack.workers[nth % 2]?.signal('SIGKILL')),
  },
  {
    name: 'api-killed',
    title: 'SIGKILL of the API, three times',
    perSecond: (emails) => emails / 6,
    inject: (stage) => atThreeMoments(stage, () => stage.stack.apis[0]?.signal('SIGKILL')),
  },
  crash('crash-accepted', 'SIGKILL of the API after the commit, before the job is made', 'api', 'email.accepted'),
  crash('crash-begun', 'SIGKILL of a worker after the attempt has begun', 'worker', 'attempt.begun'),
  crash('crash-ended', 'SIGKILL of a worker after DATA, before the reply is recorded', 'worker', 'attempt.ended'),
  crash(
    'crash-recorded',
    'SIGKILL of a worker after the outcome is recorded, before the job is finished',
    'worker',
    'attempt.recorded',
  ),
  {
    name: 'worker-stopped',
    title: 'SIGSTOP of a worker past its lock and its leases, then SIGCONT',
    inject: async ({ stack, random, delivered, pause }) => {
      await delivered(0.2 + random.next() * 0.4);
      const worker = stack.workers[random.between(0, 1)];
      worker?.signal('SIGSTOP');
      await pause(PAST_EVERY_LOCK_MS);
      worker?.signal('SIGCONT');
    },
  },
  {
    name: 'rolling-restart',
    title: 'Rolling restart of two APIs and two workers under load (SIGTERM)',
    apis: 2,
    perSecond: (emails) => emails / 10,
    inject: async ({ stack, delivered, fail, note }) => {
      await delivered(0.1);
      const began = performance.now();
      for (const program of [...stack.apis, ...stack.workers]) {
        const how = await program.restart();
        if (how !== 'with exit code 0') fail(`${program.name} ended ${how} after SIGTERM`);
      }
      note(`four restarts in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    },
  },
  {
    name: 'poison',
    title: 'An email that kills every worker that attempts it (SIGKILL), among others',
    crash: { program: 'worker', channel: 'sendoff:attempt.begun', poison: true },
    settings: { RETRY_SCHEDULE: '2s,2s' },
    perSecond: (emails) => emails / 10,
    patienceMs: 240_000,
    inject: submitPoison,
  },
];
