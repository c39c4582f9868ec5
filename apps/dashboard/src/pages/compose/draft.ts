/** The draft of an email and the request it becomes. */
import type { paths } from '../../api/schema.ts';

/** The form fields. */
export interface Draft {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly tags: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The value of a `datetime-local` input; empty to send immediately. */
  readonly sendAt: string;
  readonly files: readonly DraftFile[];
}

/** An attachment as it is sent to the API. */
export interface DraftFile {
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  /** Base64. */
  readonly content: string;
}

/** An empty draft. */
export const EMPTY_DRAFT: Draft = {
  from: '',
  to: '',
  cc: '',
  bcc: '',
  replyTo: '',
  tags: '',
  subject: '',
  text: '',
  html: '',
  sendAt: '',
  files: [],
};

/** The body of `POST /emails`. */
export type EmailBody = NonNullable<paths['/emails']['post']['requestBody']>['content']['application/json'];

/** The request body for a draft; null when a tag is not `name:value`. The API validates everything else. */
export function bodyOf(draft: Draft): EmailBody | null {
  const tags = splitList(draft.tags).map((tag) => tag.split(':'));
  if (tags.some(({ length }) => length !== 2)) return null;
  const [cc, bcc, replyTo] = [draft.cc, draft.bcc, draft.replyTo].map(splitAddresses) as [string[], string[], string[]];
  return {
    ...(draft.from.trim() !== '' && { from: draft.from.trim() }),
    to: splitAddresses(draft.to),
    subject: draft.subject,
    ...(cc.length > 0 && { cc }),
    ...(bcc.length > 0 && { bcc }),
    ...(replyTo.length > 0 && { reply_to: replyTo }),
    ...(draft.text !== '' && { text: draft.text }),
    ...(draft.html !== '' && { html: draft.html }),
    ...(tags.length > 0 && { tags: tags.map(([name = '', value = '']) => ({ name: name.trim(), value: value.trim() })) }),
    ...(draft.sendAt !== '' && { scheduled_at: new Date(draft.sendAt).toISOString() }),
    ...(draft.files.length > 0 && { attachments: draft.files.map(({ filename, content }) => ({ filename, content })) }),
  };
}

/**
 * Splits addresses at commas. A comma inside quotes, inside angle brackets or in a name before angle brackets belongs to the
 * address: `Doe, Jane <jane@example.com>`.
 */
export function splitAddresses(text: string): string[] {
  const addresses: string[] = [];
  let parts: string[] = [];
  for (const { 0: part, index } of text.matchAll(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,;\n])+/g)) {
    parts.push(part);
    if (text.charAt(index + part.length) === ',' && !part.includes('@')) continue;
    addresses.push(...(part.includes('<') ? [parts.join(',')] : parts));
    parts = [];
  }
  return [...addresses, ...parts].map((address) => address.trim()).filter((address) => address !== '');
}

const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
