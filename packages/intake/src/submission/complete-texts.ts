import { LIMITS } from '../limits.ts';
import { shareKeyOf, type Logger } from '@sendoff/runtime';
import type { Submission } from '@sendoff/db';
import type { TextMaker } from '@sendoff/mail/html-text';
import type { BuiltSubmission } from './build-submission.ts';

/** What making texts takes. */
export interface TextParts {
  readonly texts: Pick<TextMaker, 'make'>;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * Makes the texts that emails came without, one after the other: other keys have their turn in between. Html and text
 * together stay within the limit of a body. An email whose html takes too long to read is sent without a text.
 */
export async function completeTexts(built: readonly BuiltSubmission[], parts: TextParts): Promise<Submission[]> {
  const completed: Submission[] = [];
  for (const submission of built) {
    // Not copied where nothing is missing, as with most emails.
    completed.push(hasText(submission) ? submission : { ...submission, text: await makeText(submission, parts) });
  }
  return completed;
}

const hasText = (submission: BuiltSubmission): submission is Submission => submission.text !== undefined;

async function makeText({ id, apiKeyId, html }: BuiltSubmission, { texts, logger }: TextParts): Promise<string | null> {
  if (html === null) return null;
  const maxBytes = LIMITS.contentOctets - Buffer.byteLength(html);
  const made = await texts.make({ html, key: shareKeyOf(apiKeyId), maxBytes });
  if ('text' in made) return made.text === '' ? null : made.text;
  logger.warn({ emailId: id, apiKeyId, problem: made.problem }, 'no text was made from the html of an email');
  return null;
}
