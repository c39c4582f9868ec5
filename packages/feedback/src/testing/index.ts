/** Test mails: our own bounces, complaints and automatic replies, and an external collection named by `BOUNCE_MAILS`. */
export { SAMPLE_MAILS, type MailLabel, type RecipientLabel, type SampleMail } from './sample-mails.ts';
export { readCollection, type CollectedLabel, type CollectedMail } from './read-collection.ts';
