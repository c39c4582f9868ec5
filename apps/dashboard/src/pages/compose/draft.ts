/** An email that is being written, and what the API gets of it. */
import type { paths } from '../../api/schema.ts';

/** What stands in the fields. */
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
  /** Of an input of the kind `datetime-local`; empty for at once. */
  readonly sendAt: string;
  readonly files: readonly DraftFile[];
}

/** A file as it goes over the wire. */
export interface DraftFile {
  readonly filename: string;
  /** Octets. */
  readonly size: number;
  /** Base64. */
  readonly content: string;
}

/** Nothing written yet. */
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

/** The body for a draft; null when a tag is not `name:value`. What else may be wrong, the API says best. */
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
 * Addresses with commas between them. A comma within quotes or angle brackets is part of one, and so is one in a name
 * before angle brackets: `Doe, Jane <jane@example.com>`.
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
