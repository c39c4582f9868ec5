/** The regular look at the table, which finds what no job told of. */
import type { Logger } from '@sendoff/runtime';
import { findAbandonedWebhooks, findDueWebhooks, type Database, type RecordedWebhook } from '@sendoff/db';
import { decideWebhook, type WebhookPolicy } from './decide-webhook.ts';

/** What a sweep takes. */
export interface WebhookSweepParts {
  readonly database: Database;
  readonly record: (attempt: RecordedWebhook) => Promise<void>;
  readonly look: (endpointId: string) => void;
  readonly policy: WebhookPolicy;
  readonly logger: Logger;
}

const PAGE = 500;

/** Frees the events whose worker is gone, then has every endpoint looked at for which something is due. */
export async function sweepWebhooks({ database, record, look, policy, logger }: WebhookSweepParts): Promise<void> {
  const abandoned = await findAbandonedWebhooks(database, PAGE);
  const end = { kind: 'abandoned' } as const;
  await Promise.all(abandoned.map((attempt) => record({ ...decideWebhook(attempt, end, policy), takenOver: true })));
  if (abandoned.length > 0) logger.warn({ abandoned: abandoned.length }, 'webhook attempts of workers that are gone were closed');
  for (const endpointId of await findDueWebhooks(database)) look(endpointId);
}
