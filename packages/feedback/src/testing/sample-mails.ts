/** Our own mails in `test/mails`: each is written as the server in its name writes it, and labelled by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComplaintReport, FeedbackReport, RecipientReport } from '../feedback-report.ts';

/** What a mail says of one recipient by the RFCs; a field that is left out is one that the mail does not tell. */
export interface RecipientLabel extends Pick<RecipientReport, 'addresses' | 'action'> {
  readonly enhancedCode?: string;
  readonly replyCode?: number;
  readonly saidAtRcpt?: boolean;
  /** Whether the address is to be suppressed: the bounce is permanent, and the recipient is the reason. */
  readonly hard: boolean;
}

/** What a mail means. */
export type MailLabel =
  | { readonly kind: 'delivery'; readonly recipients: readonly RecipientLabel[] }
  | ComplaintReport
  | { readonly kind: Exclude<FeedbackReport['kind'], 'delivery' | 'complaint'> };

/** A mail and its label. */
export interface SampleMail {
  /** `postfix-unknown-user.eml` */
  readonly name: string;
  readonly raw: Buffer;
  /** As MAIL FROM named it; empty for the null sender. */
  readonly sender: string;
  readonly label: MailLabel;
}

const DIRECTORY = join(import.meta.dirname, '../../test/mails');
const LABELS = JSON.parse(readFileSync(join(DIRECTORY, 'labels.json'), 'utf8')) as Record<
  string,
  MailLabel & { sender?: string }
>;

/** Every mail that has a label. */
export const SAMPLE_MAILS: readonly SampleMail[] = Object.entries(LABELS).map(([name, { sender = '', ...label }]) => ({
  name,
  raw: readFileSync(join(DIRECTORY, name)),
  sender,
  label,
}));
