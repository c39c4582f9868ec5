/** A program that processes BullMQ jobs without doing anything. */
import { JOBS_PER_MARK, openConsumer, type QueuePlace } from '../floors/open-queue.ts';
import { programOptions, serveCommands } from '../processes/serve-commands.ts';

export type QueueFloorOptions = QueuePlace & { readonly concurrency: number };

const { concurrency, ...place } = programOptions() as QueueFloorOptions;
const marks: number[] = [];
let jobs = 0;

const consumer = openConsumer(place, concurrency, () => {
  if (jobs % JOBS_PER_MARK === 0) marks.push(performance.now());
  jobs += 1;
  return Promise.resolve();
});
consumer.on('error', (error) => {
  throw error;
});
serveCommands({ jobs: () => jobs, marks: () => marks });
