/** Parts of routes and parameters that all routes of emails share. */
import type { CheckEmail, EmailRate, AcceptingParts } from '@sendoff/intake';
import type { Database, NoteWebhooks } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import type { Logger } from '@sendoff/runtime';
import type { TextMaker } from '@sendoff/mail/html-text';
import Type from 'typebox';
import { ResourceId } from '../resource-id.ts';

/** What the email routes need. */
export interface EmailRouteParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly noteWebhooks: NoteWebhooks;
  readonly logger: Logger;
  /** The sender of an email without `from`. */
  readonly defaultFrom: string | undefined;
  /** Checks that every email must pass. */
  readonly check: CheckEmail;
  /** The rate limit of each key; without it there is none. */
  readonly rate: EmailRate | undefined;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** The trace of the current request; without it no trace is stored. */
  readonly currentTrace?: (() => string | undefined) | undefined;
}

/** What the routes that accept emails need. */
export type SubmissionRouteParts = EmailRouteParts & AcceptingParts & { readonly texts: TextMaker };

/** The id in the path of an email. */
export const EmailParams = Type.Object({ id: ResourceId('email', 'The id of the email, as returned when it was sent.') });
