/**
 * Header fields that tell a relay what to do. With some, whoever writes the message chooses its recipients, its sender, the
 * account or address it is sent from, or turns off what the operator has set up there.
 */

/** The relays, by what the names of their fields begin with. */
const PREFIXES: readonly (readonly [prefix: string, relay: string])[] = [
  ['x-smtpapi', 'SendGrid'],
  ['x-ses-', 'Amazon SES'],
  ['x-mc-', 'Mandrill'],
  ['x-mandrill-', 'Mandrill'],
  ['x-mailgun-', 'Mailgun'],
  ['x-pm-', 'Postmark'],
  ['x-msys-', 'SparkPost'],
  ['x-mailjet-', 'Mailjet'],
  ['x-mj-', 'Mailjet'],
  ['x-sib-', 'Brevo'],
  ['x-mailin-', 'Brevo'],
  ['x-elasticemail-', 'Elastic Email'],
  ['x-smtp2go-', 'SMTP2GO'],
  ['x-mt-', 'Mailtrap'],
  ['x-apiheader', 'Netcore'],
  ['x-xsmailingid', 'SocketLabs'],
  ['x-xsmessageid', 'SocketLabs'],
  ['x-ms-acsemail-', 'Azure Communication Services'],
  ['x-ms-exchange-organization-', 'Exchange'],
  ['x-mq-', 'MailerQ'],
  ['x-virtual-mta', 'PowerMTA'],
  ['x-dkim-options', 'PowerMTA'],
  ['x-postal-', 'Postal'],
  ['ahasend-', 'AhaSend'],
];

/** The relay that takes the field `name` for an instruction, without regard to case; undefined for other fields. */
export function relayOfHeader(name: string): string | undefined {
  const lower = name.toLowerCase();
  return PREFIXES.find(([prefix]) => lower.startsWith(prefix))?.[1];
}
