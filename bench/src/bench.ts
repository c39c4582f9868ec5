/** A run of the bench: what its parts share. */
import type { EngineName } from '@sendoff/queue';
import type { ProfileDirectory, Servers } from './deployment/deployment.ts';
import type { Workplace } from './workplace.ts';

/** How much is measured. */
export interface Amounts {
  readonly rounds: number;
  /** Emails in a round of accepting. */
  readonly acceptEmails: number;
  readonly connections: number;
  /** Emails in a backlog that is drained. */
  readonly drainEmails: number;
  /** Emails sent one at a time. */
  readonly idleEmails: number;
  /** Emails with a large attachment, all at once, and the size of each attachment. */
  readonly attachments: { readonly count: number; readonly octets: number };
  /** Emails in the full table. */
  readonly rows: number;
  /** Emails in the long backlog. */
  readonly backlog: number;
  /** Hostile inputs of each kind, and the seed of the first. */
  readonly costSeeds: number;
  readonly costSeed: number;
}

/** What every part works with. */
export interface Bench {
  readonly workplace: Workplace;
  readonly servers: Servers;
  readonly engines: readonly EngineName[];
  readonly amounts: Amounts;
  readonly profile: ProfileDirectory;
  /** Tells the person at the terminal how far it is. */
  readonly progress: (text: string) => void;
}
