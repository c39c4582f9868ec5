/** The periodic scan of the table for due webhooks that have no job. */
import type { Logger } from '@sendoff/runtime';
import { findAbandonedWebhooks, findDueWebhooks, type Database, type RecordedWebhook } from '@sendoff/db';
import { decideWebhook, type WebhookPolicy } from './decide-webhook.ts';

/** What a sweep needs. */
export interface WebhookSweepParts {
  readonly database: Database;
  readonly record: (attempt: RecordedWebhook) => Promise<void>;
  readonly look: (endpointId: string) => void;
  readonly policy: WebhookPolicy;
  readonly logger: Logger;
}

const PAGE = 500;

/** Closes the attempts of lost workers, then wakes the lane of every endpoint with due webhooks. */
export async function sweepWebhooks({ database, record, look, policy, logger }: WebhookSweepParts): Promise<void> {
  const abandoned = await findAbandonedWebhooks(database, PAGE);
  const end = { kind: 'abandoned' } as const;
  await Promise.all(abandoned.map((attempt) => record({ ...decideWebhook(attempt, end, policy), takenOver: true })));
  if (abandoned.length > 0) logger.warn({ abandoned: abandoned.length }, 'closed webhook attempts of lost workers');
  for (const endpointId of await findDueWebhooks(database)) look(endpointId);
}
