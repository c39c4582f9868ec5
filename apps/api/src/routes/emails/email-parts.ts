/** Parts of routes and parameters that all routes of emails share. */
import type { CheckEmail, EmailRate, AcceptingParts } from '@sendoff/intake';
import type { Database, NoteWebhooks } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import type { Logger } from '@sendoff/runtime';
import type { TextMaker } from '@sendoff/mail/html-text';
import Type from 'typebox';
import { ResourceId } from '../resource-id.ts';

/** What the routes of emails work with. */
export interface EmailRouteParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'enqueue'>;
  readonly noteWebhooks: NoteWebhooks;
  readonly logger: Logger;
  /** The sender of an email that names none. */
  readonly defaultFrom: string | undefined;
  /** What every email is held to. */
  readonly check: CheckEmail;
  /** What every key is held to; without it there is no limit. */
  readonly rate: EmailRate | undefined;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** The trace of the request that is being handled; without it none is kept. */
  readonly currentTrace?: (() => string | undefined) | undefined;
}

/** What the routes that take emails in work with. */
export type SubmissionRouteParts = EmailRouteParts & AcceptingParts & { readonly texts: TextMaker };

/** The id in the path of an email. */
export const EmailParams = Type.Object({ id: ResourceId('email', 'The id that the submission answered.') });
