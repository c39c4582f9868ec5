import type { Submission } from '@sendoff/db';
import { fieldProblem } from './field-problem.ts';

const TAG_TEXT = /^[A-Za-z0-9_-]{1,256}$/;

/** Checks each tag. */
export function readTags(tags: Submission['tags']): Submission['tags'] {
  for (const [index, tag] of tags.entries()) {
    for (const part of ['name', 'value'] as const) {
      if (!TAG_TEXT.test(tag[part])) {
        throw fieldProblem(['tags', index, part], 'must have 1 to 256 ASCII letters, digits, underscores or hyphens');
      }
    }
  }
  return tags;
}
