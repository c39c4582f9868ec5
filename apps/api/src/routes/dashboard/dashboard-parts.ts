import type { Database } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import type { Logger } from '@sendoff/runtime';
import type { DownloadSigner } from '../attachments/sign-download.ts';

/** What the routes of the dashboard need. */
export interface DashboardParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'countJobs' | 'listJobs' | 'engine'>;
  readonly signer: DownloadSigner;
  readonly logger: Logger;
  readonly publicUrl: string;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}
