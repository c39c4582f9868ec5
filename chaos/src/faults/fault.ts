/** What a fault is. */
import type { Load } from '../load/run-load.ts';
import type { Random } from '../seeded-random.ts';
import type { SinkBehaviour } from '../sink/sink-rules.ts';
import type { Variables } from '../stack/inherited-environment.ts';
import type { Engine, Stack } from '../stack/start-stack.ts';

/** What a fault works with while emails flow. */
export interface Stage {
  readonly stack: Stack;
  readonly load: Load;
  /** Emails to be accepted in all. */
  readonly emails: number;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Resolves when the sink has got so great a part of them, from 0 to 1. */
  readonly delivered: (part: number) => Promise<void>;
  /** Waits, in milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  /** Adds something measured to the row. */
  readonly note: (text: string) => void;
  /** From now on it is right that this email is given up. */
  readonly doom: (emailId: string) => void;
  /** Makes the row fail. */
  readonly fail: (problem: string) => void;
}

/** A point at which a program ends itself, by the name of its channel; see packages/runtime/src/milestones.ts. */
export interface CrashPoint {
  readonly program: 'api' | 'worker';
  readonly channel: string;
  /** Instead of at the nth email: at each email whose id is written into the file of this row. */
  readonly poison?: boolean;
}

/** One row of the table. */
export interface Fault {
  /** For the command line. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Both when left out. */
  readonly engines?: readonly Engine[];
  /** Nothing else may run at the same time, because the row measures time. */
  readonly alone?: boolean;
  /** Left out unless it is asked for. */
  readonly onDemand?: boolean;
  readonly apis?: number;
  readonly workersWait?: boolean;
  readonly settings?: Variables;
  readonly sink?: SinkBehaviour;
  /** Redis has a replica that can take over, behind one address. */
  readonly isRedisReplicated?: boolean;
  readonly crash?: CrashPoint;
  /** Emails begun each second; as fast as possible when left out. */
  readonly perSecond?: (emails: number) => number;
  /** Emails in one request; one when left out. */
  readonly batch?: number;
  /** Which recipients the sink refuses for good. */
  readonly refuses?: (recipient: string) => boolean;
  /** What is done while emails flow; resolves when the world is whole again. */
  readonly inject?: (stage: Stage) => Promise<void>;
  /** How long all may take after the last email is accepted and the world is whole again, in milliseconds. */
  readonly patienceMs?: number;
}
