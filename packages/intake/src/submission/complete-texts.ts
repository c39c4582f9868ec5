import { shareKeyOf, type Logger } from '@sendoff/runtime';
import type { Submission } from '@sendoff/db';
import type { TextMaker } from '@sendoff/mail/html-text';
import { LIMITS } from '../limits.ts';
import type { BuiltSubmission } from './build-submission.ts';

/** The dependencies of `completeTexts`. */
export interface TextParts {
  readonly texts: Pick<TextMaker, 'make'>;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * Generates missing texts from html, one after the other, so that other keys get their turn. Html and text together stay within
 * the limit of a body. An email whose html takes too long to parse is sent without text.
 */
export async function completeTexts(built: readonly BuiltSubmission[], parts: TextParts): Promise<Submission[]> {
  const completed: Submission[] = [];
  for (const submission of built) {
    // Most emails have a text and need no copy.
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
  logger.warn({ emailId: id, apiKeyId, problem: made.problem }, 'generating text from html failed');
  return null;
}
