import { fieldProblem, SendoffError } from '@sendoff/core';
import { contentProblem } from '@sendoff/mail/message';
import { LIMITS } from '../../limits.ts';
import type { EmailBody } from '../email-body.ts';

/** The html and text of a request. */
export interface WrittenContent {
  readonly html: string | null;
  /** Undefined if it should be generated from the html; `"text":""` prevents that. */
  readonly text: string | null | undefined;
}

/** Checks html and text. @throws {SendoffError} if both are missing, or one is too long or invalid. */
export function readContent({ html, text }: EmailBody): WrittenContent {
  refuseTooLong(html, text);
  refuseUnsafe('html', html);
  refuseUnsafe('text', text);
  const content = { html: nullWhenEmpty(html), text: text === undefined ? undefined : nullWhenEmpty(text) };
  if (content.html === null && content.text == null) throw new SendoffError('missing_field', 'Missing `html` or `text` field.');
  return content;
}

const nullWhenEmpty = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** A generated text gets the rest of the limit (`completeTexts`). */
function refuseTooLong(html = '', text = ''): void {
  const left = LIMITS.contentOctets - Buffer.byteLength(html);
  if (left < 0) throw fieldProblem(['html'], 'must have at most 10 MB in UTF-8');
  if (Buffer.byteLength(text) > left) throw fieldProblem(['text'], 'must have at most 10 MB in UTF-8 together with `html`');
}

function refuseUnsafe(field: string, value = ''): void {
  const problem = contentProblem(value);
  if (problem !== undefined) throw fieldProblem([field], problem);
}
