/** Parts of routes and parameters that all routes of emails share. */
import type { Database } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import type { Logger } from '@sendoff/config';
import Type from 'typebox';

/** What the routes of emails work with. */
export interface EmailRouteParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly logger: Logger;
  /** The sender of an email that names none. */
  readonly defaultFrom: string | undefined;
}

/** The form of an id, whatever its version: what has this form and is not known is 404, anything else 422. */
export const EmailId = (description: string) =>
  Type.String({
    pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
    description,
    examples: ['019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b'],
    'x-must-be': 'the id of an email, such as 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  });
