/** The attributes of spans that several of them have. Those of others are named by OpenTelemetry's conventions. */

/** The id of the email. */
export const EMAIL_ID = 'sendoff.email.id';

/** What OpenTelemetry's conventions for messaging want to know about the queue. */
export const QUEUE = { 'messaging.system': 'bullmq', 'messaging.destination.name': 'deliveries' };
