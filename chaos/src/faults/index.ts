/** All faults, in the order of the report. */
import { BACKLOG } from './backlog.ts';
import type { Fault } from './fault.ts';
import { KILLED_PROCESSES } from './killed-processes.ts';
import { QUEUE_AND_DATABASE } from './queue-and-database.ts';
import { SINK_TROUBLE } from './sink-trouble.ts';
import { UNUSABLE_QUEUE } from './unusable-queue.ts';
import { WEBHOOKS } from './webhooks.ts';

/** The baseline for the other rows. */
const NONE: Fault = { name: 'none', title: 'No fault' };

export const FAULTS: readonly Fault[] = [
  NONE,
  ...KILLED_PROCESSES,
  ...QUEUE_AND_DATABASE,
  ...UNUSABLE_QUEUE,
  ...SINK_TROUBLE,
  ...WEBHOOKS,
  BACKLOG,
];
