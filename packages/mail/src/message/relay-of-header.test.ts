import { expect, test } from '@jest/globals';
import { relayOfHeader } from './relay-of-header.ts';

test.each([
  ['X-SMTPAPI', 'SendGrid'],
  ['x-ses-configuration-set', 'Amazon SES'],
  ['X-MC-Subaccount', 'Mandrill'],
  ['X-Mailgun-Variables', 'Mailgun'],
  ['X-PM-Message-Stream', 'Postmark'],
  ['X-MSYS-API', 'SparkPost'],
  ['X-MJ-TemplateID', 'Mailjet'],
  ['X-Mailjet-Campaign', 'Mailjet'],
  ['X-SIB-SANDBOX', 'Brevo'],
  ['X-Mailin-Custom', 'Brevo'],
  ['X-ElasticEmail-Settings', 'Elastic Email'],
  ['X-MQ-Smarthost-Hostname', 'MailerQ'],
])('%s is an instruction to %s', (name, relay) => {
  expect(relayOfHeader(name)).toBe(relay);
});

test.each([
  'X-Entity-Ref-ID',
  'X-Mailer',
  'X-Priority',
  'X-MS-Has-Attach',
  'List-Unsubscribe',
  'X-PMX-Version',
  'X-Mailing-List',
])('%s is none', (name) => {
  expect(relayOfHeader(name)).toBeUndefined();
});
