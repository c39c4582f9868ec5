/** Short names for the schemas of the API. */
import type { operations, paths } from './schema.ts';

type Json<Operation extends keyof operations, Status extends number = 200> =
  operations[Operation]['responses'] extends Readonly<Record<Status, infer Response>>
    ? Response extends { readonly content: { readonly 'application/json': infer Body } }
      ? Body
      : never
    : never;

/** An email with all of its fields. */
export type Email = Json<'getEmail'>;
/** An email in a list. */
export type EmailItem = Json<'listEmails'>['data'][number];
/** The status of an email. */
export type Status = Email['status'];
export type Attempt = Json<'listAttempts'>['data'][number];
/** An event of an email. */
export type EmailEvent = Json<'listEvents'>['data'][number];
/** An attachment. */
export type Attachment = Json<'listAttachments'>['data'][number];
/** A reply of an SMTP server. */
export type Reply = Email['recipients'][number]['reply'];
/** An API key. */
export type ApiKey = Json<'listApiKeys'>['data'][number];
/** A suppressed address. */
export type Suppression = Json<'listSuppressions'>['data'][number];
/** The result of a suppression import. */
export type SuppressionImport = Json<'importSuppressions'>;
/** A webhook endpoint. */
export type Webhook = Json<'listWebhooks'>['data'][number];
/** A type of event that an endpoint can subscribe to. */
export type WebhookEventType = NonNullable<
  paths['/webhooks']['post']['requestBody']
>['content']['application/json']['events'][number];
/** A webhook delivery. */
export type WebhookEvent = Json<'listWebhookEvents'>['data'][number];
/** An attempt of a webhook delivery. */
export type WebhookAttempt = Json<'listWebhookAttempts'>['data'][number];
/** The current state shown on the overview. */
export type Now = Json<'dashboardNow'>;
/** Counts over time. */
export type Series = Json<'dashboardOverview'>;
export type QueueInside = Json<'dashboardQueue'>;
