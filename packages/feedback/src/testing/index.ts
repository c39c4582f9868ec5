/** Mails for tests: our own bounces, complaints and automatic replies, and a collection that the environment names. */
export { SAMPLE_MAILS, type MailLabel, type RecipientLabel, type SampleMail } from './sample-mails.ts';
export { readCollection, type CollectedLabel, type CollectedMail } from './read-collection.ts';
