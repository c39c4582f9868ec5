/** Our own mails in `test/mails`, each written in the style of the server in its name and labelled by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComplaintReport, FeedbackReport, RecipientReport } from '../feedback-report.ts';

/** What a mail says about one recipient by the RFCs; a missing field is not in the mail. */
export interface RecipientLabel extends Pick<RecipientReport, 'addresses' | 'action'> {
  readonly enhancedCode?: string;
  readonly replyCode?: number;
  readonly saidAtRcpt?: boolean;
  /** Whether the address is suppressed: the bounce is permanent and caused by the recipient. */
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
  /** The address of MAIL FROM; empty for the null sender. */
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
