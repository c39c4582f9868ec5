/** Attributes that several spans share. All others are named by the conventions of OpenTelemetry. */

/** The id of the email. */
export const EMAIL_ID = 'sendoff.email.id';

/** The queue attributes of the messaging conventions of OpenTelemetry. */
export const QUEUE = { 'messaging.system': 'bullmq', 'messaging.destination.name': 'deliveries' };
