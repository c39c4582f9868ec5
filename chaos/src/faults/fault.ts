/** The definition of a fault. */
import type { Load } from '../load/run-load.ts';
import type { Random } from '../seeded-random.ts';
import type { SinkBehaviour } from '../sink/sink-rules.ts';
import type { Variables } from '../stack/inherited-environment.ts';
import type { Engine } from '../stack/engine.ts';
import type { Stack } from '../stack/start-stack.ts';

/** What a fault can use while emails are being submitted and delivered. */
export interface Stage {
  readonly stack: Stack;
  readonly load: Load;
  /** The number of emails that the load submits. */
  readonly emails: number;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Resolves when the sink has received this share of them (0 to 1). */
  readonly delivered: (part: number) => Promise<void>;
  /** Waits for this many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  /** Adds a measurement to the result. */
  readonly note: (text: string) => void;
  /** Declares that this email is expected to fail. */
  readonly doom: (emailId: string) => void;
  /** Makes the run fail. */
  readonly fail: (problem: string) => void;
}

/** The milestone at which a program kills itself, by channel name; see packages/runtime/src/milestones.ts. */
export interface CrashPoint {
  readonly program: 'api' | 'worker';
  readonly channel: string;
  /** Crash at each email whose id is in the poison file of this run, instead of at the nth email. */
  readonly poison?: boolean;
}

/** A fault: one row of the table in docs/crash-evidence.md for each engine. */
export interface Fault {
  /** The name on the command line. */
  readonly name: string;
  /** The title in the report. */
  readonly title: string;
  /** Both by default. */
  readonly engines?: readonly Engine[];
  /** Runs by itself, because it measures time. */
  readonly alone?: boolean;
  /** Runs only on request. */
  readonly onDemand?: boolean;
  readonly apis?: number;
  readonly workersWait?: boolean;
  readonly settings?: Variables;
  readonly sink?: SinkBehaviour;
  /** Redis has a replica to fail over to, behind one address. */
  readonly isRedisReplicated?: boolean;
  readonly crash?: CrashPoint;
  /** Emails submitted per second; as fast as possible by default. */
  readonly perSecond?: (emails: number) => number;
  /** Emails per request; one by default. */
  readonly batch?: number;
  /** Which recipients the sink permanently rejects. */
  readonly refuses?: (recipient: string) => boolean;
  /** Injects the fault; resolves when everything is available again. */
  readonly inject?: (stage: Stage) => Promise<void>;
  /** Milliseconds in which all emails must be finished, after the last was accepted and the fault has ended. */
  readonly patienceMs?: number;
}
