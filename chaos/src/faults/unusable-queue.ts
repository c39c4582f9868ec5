/** Faults of a queue that is down, or is reachable but unusable: workers send from the table meanwhile. */
import type { Stack } from '../stack/start-stack.ts';
import type { Fault, Stage } from './fault.ts';
import { measureWithoutQueue, type Outage } from './measure-without-queue.ts';

/** Longer than the outage, so that emails also pass through the recovered queue. */
const LOAD_SECONDS = 42;
const OUTAGE_MS = 30_000;
/** The pause between the two failovers. */
const FAILOVER_PAUSE_MS = 15_000;

const REFUSE = `CREATE FUNCTION bullmq.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'cannot execute in a read-only transaction' USING ERRCODE = '25006';
  END $$`;
const REFUSE_JOBS = `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE OR DELETE ON bullmq.job
  FOR EACH STATEMENT EXECUTE FUNCTION bullmq.refuse()`;
const HOLD_LOCK = `DO $$ BEGIN
    LOCK TABLE bullmq.job IN ACCESS EXCLUSIVE MODE;
    PERFORM pg_sleep(${String(OUTAGE_MS / 1000)});
  END $$`;

const fault = (name: string, title: string, outage: Outage, more: Partial<Fault> = {}): Fault => ({
  name,
  title,
  engines: ['redis'],
  perSecond: (emails) => emails / LOAD_SECONDS,
  inject: (stage) => measureWithoutQueue(stage, outage),
  ...more,
});

/** An outage of half a minute between `begin` and `end`. */
const forAWhile = (begin: (stack: Stack) => Promise<unknown>, end: (stack: Stack) => Promise<unknown>): Outage => ({
  isNoticed: true,
  run: async ({ stack }: Stage, meanwhile) => {
    await begin(stack);
    await meanwhile(OUTAGE_MS);
    await end(stack);
  },
});

const onPostgres = (name: string, title: string, outage: Outage): Fault => fault(name, title, outage, { engines: ['postgres'] });

export const UNUSABLE_QUEUE: readonly Fault[] = [
  fault(
    'redis-down',
    'Redis down for 30 s while emails are accepted and sent',
    {
      ...forAWhile(
        async ({ redis }) => redis?.kill(),
        async ({ redis }) => redis?.start(),
      ),
      answersWithinMs: 100,
    },
    { alone: true },
  ),
  fault(
    'redis-read-only',
    'Redis read-only (a replica without its master) for 30 s',
    forAWhile(
      async ({ redis }) => redis?.follow(1),
      async ({ redis }) => redis?.lead(),
    ),
  ),
  fault(
    'redis-full',
    'Redis full (`maxmemory`, `noeviction`) for 30 s',
    forAWhile(
      async ({ redis }) => redis?.setFull(true),
      async ({ redis }) => redis?.setFull(false),
    ),
  ),
  fault(
    'redis-failover',
    'Redis failed over behind one address, twice: the old master is demoted; 15 s later the new one vanishes without FIN or RST',
    {
      isNoticed: false,
      run: async ({ stack }, meanwhile) => {
        await stack.replicatedRedis?.failOver();
        await meanwhile(FAILOVER_PAUSE_MS);
        await stack.replicatedRedis?.failOverSilently();
        await meanwhile(OUTAGE_MS - FAILOVER_PAUSE_MS);
      },
    },
    { isRedisReplicated: true },
  ),
  onPostgres(
    'queue-refuses',
    'The queue in PostgreSQL refuses every change (25006) for 30 s',
    forAWhile(
      async ({ tables }) => {
        await tables.run(REFUSE);
        await tables.run(REFUSE_JOBS);
      },
      ({ tables }) => tables.run('DROP TRIGGER refuse ON bullmq.job'),
    ),
  ),
  onPostgres('queue-locked', 'The queue in PostgreSQL locked for 30 s', {
    isNoticed: true,
    run: async ({ stack }, meanwhile) => {
      await Promise.all([stack.tables.run(HOLD_LOCK), meanwhile(OUTAGE_MS)]);
    },
  }),
  onPostgres(
    'queue-gone',
    'The tables of the queue in PostgreSQL missing for 30 s',
    forAWhile(
      ({ tables }) => tables.run('ALTER SCHEMA bullmq RENAME TO bullmq_away'),
      ({ tables }) => tables.run('ALTER SCHEMA bullmq_away RENAME TO bullmq'),
    ),
  ),
];
