import { LIMITS } from '@sendoff/acceptance';
import { SendoffError } from '@sendoff/config';
import type { Submission } from '@sendoff/db';
import { contentProblem, textFromHtml } from '@sendoff/mail/message';
import type { EmailBody } from './email-body.ts';
import { fieldProblem } from './field-problem.ts';

/** The bodies. Without `text` it is made from `html`; `text: ""` turns that off. */
export function readContent({ html, text }: EmailBody): Pick<Submission, 'html' | 'text'> {
  refuseTooLong(html, text);
  refuseUnsafe('html', html);
  refuseUnsafe('text', text);
  const content = { html: nullWhenEmpty(html), text: nullWhenEmpty(text ?? textFromHtml(html ?? '')) };
  if (content.html === null && content.text === null) throw new SendoffError('missing_field', 'Missing `html` or `text` field.');
  return content;
}

const nullWhenEmpty = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** What was written counts; a text that is made from the html does not. */
function refuseTooLong(html = '', text = ''): void {
  const left = LIMITS.contentOctets - Buffer.byteLength(html);
  if (left < 0) throw fieldProblem(['html'], 'must have at most 10 MB in UTF-8');
  if (Buffer.byteLength(text) > left) throw fieldProblem(['text'], 'must have at most 10 MB in UTF-8 together with `html`');
}

function refuseUnsafe(field: string, value = ''): void {
  const problem = contentProblem(value);
  if (problem !== undefined) throw fieldProblem([field], problem);
}
