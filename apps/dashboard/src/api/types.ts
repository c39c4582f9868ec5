/** The shapes of the API by short names. */
import type { operations, paths } from './schema.ts';

type Json<Operation extends keyof operations, Status extends number = 200> =
  operations[Operation]['responses'] extends Readonly<Record<Status, infer Response>>
    ? Response extends { readonly content: { readonly 'application/json': infer Body } }
      ? Body
      : never
    : never;

/** An email with everything. */
export type Email = Json<'getEmail'>;
/** An email in a list. */
export type EmailItem = Json<'listEmails'>['data'][number];
/** Where an email stands. */
export type Status = Email['status'];
/** A delivery attempt. */
export type Attempt = Json<'listAttempts'>['data'][number];
/** Something that happened. */
export type EmailEvent = Json<'listEvents'>['data'][number];
/** A file of an email. */
export type Attachment = Json<'listAttachments'>['data'][number];
/** What an SMTP server said. */
export type Reply = Email['recipients'][number]['reply'];
/** A key. */
export type ApiKey = Json<'listApiKeys'>['data'][number];
/** An address that no email is sent to. */
export type Suppression = Json<'listSuppressions'>['data'][number];
/** What came of a file of addresses. */
export type SuppressionImport = Json<'importSuppressions'>;
/** An endpoint. */
export type Webhook = Json<'listWebhooks'>['data'][number];
/** What an endpoint can ask for. */
export type WebhookEventType = NonNullable<
  paths['/webhooks']['post']['requestBody']
>['content']['application/json']['events'][number];
/** What was written for an endpoint. */
export type WebhookEvent = Json<'listWebhookEvents'>['data'][number];
/** An attempt to deliver it. */
export type WebhookAttempt = Json<'listWebhookAttempts'>['data'][number];
/** How things stand. */
export type Now = Json<'dashboardNow'>;
/** What happened over time. */
export type Series = Json<'dashboardOverview'>;
/** The queue. */
export type QueueInside = Json<'dashboardQueue'>;
