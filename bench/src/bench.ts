/** What the parts of a bench run share. */
import type { EngineName } from '@sendoff/queue';
import type { ProfileDirectory, Servers } from './deployment/deployment.ts';
import type { Workplace } from './workplace.ts';

/** The sizes of the measurements. */
export interface Amounts {
  readonly rounds: number;
  /** Emails in a round of the accept part. */
  readonly acceptEmails: number;
  readonly connections: number;
  /** Emails in the backlog of the drain part. */
  readonly drainEmails: number;
  /** Emails sent one at a time. */
  readonly idleEmails: number;
  /** The number of emails sent at once with a large attachment, and the size of each attachment. */
  readonly attachments: { readonly count: number; readonly octets: number };
  /** Emails in the full table. */
  readonly rows: number;
  /** Emails in the long backlog. */
  readonly backlog: number;
  /** The number of hostile inputs of each kind, and the first seed. */
  readonly costSeeds: number;
  readonly costSeed: number;
}

/** The context of every part. */
export interface Bench {
  readonly workplace: Workplace;
  readonly servers: Servers;
  readonly engines: readonly EngineName[];
  readonly amounts: Amounts;
  readonly profile: ProfileDirectory;
  /** Prints progress on the terminal. */
  readonly progress: (text: string) => void;
}
