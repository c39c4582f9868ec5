/**
 * The types of responses against those of the official client for Node.js: what it promises is there, and is null only
 * where it says so. Holds when this compiles.
 */
import type {
  ApiKey as OfficialApiKey,
  GetAttachmentResponseSuccess,
  GetEmailResponseSuccess,
  GetSuppressionResponseSuccess,
  GetWebhookEventResponseSuccess,
  GetWebhookResponseSuccess,
  ListAttachmentsResponseSuccess,
  ListEmailsResponseSuccess,
  ListWebhookEventAttemptsResponseSuccess,
  ListWebhookEventsResponseSuccess,
  ListWebhooksResponseSuccess,
} from 'resend';
import type { Static } from 'typebox';
import type { ApiKey } from '../src/routes/api-keys/api-key-schema.ts';
import type { Attachment, AttachmentItem } from '../src/routes/attachments/attachment-schema.ts';
import type { Email, EmailListItem } from '../src/routes/emails/email-schema.ts';
import type { Suppression } from '../src/routes/suppressions/suppression-schema.ts';
import type { WebhookAttempt, WebhookEvent, WebhookEventDetail } from '../src/routes/webhooks/webhook-event-schema.ts';
import type { Webhook, WebhookSummary } from '../src/routes/webhooks/webhook-schema.ts';

/** Compiles where `Ours` has everything of `Promised`. */
type Keeps<Promised, Ours extends Promised> = Ours;
type ItemOf<List extends { readonly data: readonly unknown[] }> = List['data'][number];

export type KeptPromises = [
  Keeps<GetEmailResponseSuccess, Email>,
  Keeps<ItemOf<ListEmailsResponseSuccess>, EmailListItem>,
  Keeps<GetAttachmentResponseSuccess, Static<typeof Attachment>>,
  Keeps<ItemOf<ListAttachmentsResponseSuccess>, AttachmentItem>,
  Keeps<OfficialApiKey, ApiKey>,
  Keeps<GetSuppressionResponseSuccess, Static<typeof Suppression>>,
  Keeps<GetWebhookResponseSuccess, Webhook>,
  Keeps<ItemOf<ListWebhooksResponseSuccess>, WebhookSummary>,
  // The bodies of events, and so their types, are held to the official types where they are posted.
  Keeps<Omit<ItemOf<ListWebhookEventsResponseSuccess>, 'type'>, WebhookEvent>,
  Keeps<Omit<GetWebhookEventResponseSuccess, 'type' | 'payload'>, Static<typeof WebhookEventDetail>>,
  Keeps<ItemOf<ListWebhookEventAttemptsResponseSuccess>, WebhookAttempt>,
];
