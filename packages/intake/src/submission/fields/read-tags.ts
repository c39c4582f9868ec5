import type { Submission } from '@sendoff/db';
import { fieldProblem, missingField } from '@sendoff/core';
import type { GivenTag, GivenTags } from '../email-body.ts';

const TAG_TEXT = /^[A-Za-z0-9_-]{1,256}$/;

type Tag = Submission['tags'][number];

/**
 * Checks each tag, in any of these forms: a list of names and values, an object, or a list of objects with one name and value
 * each (Symfony). A tag without a value is left out.
 */
export function readTags(given: GivenTags): Submission['tags'] {
  const tags = isList(given) ? given.flatMap(readItem) : tagsOf(given);
  for (const [index, tag] of tags.entries()) {
    if (tag.name === '' && tag.value === '') continue;
    checkTag(tag, index);
  }
  return tags.filter(({ value }) => value !== '');
}

function checkTag(tag: Tag, index: number): void {
  for (const part of ['name', 'value'] as const) {
    const isWrong = !TAG_TEXT.test(tag[part]) && !(part === 'value' && tag.value === '');
    if (isWrong) throw fieldProblem(['tags', index, part], 'must have 1 to 256 ASCII letters, digits, underscores or hyphens');
  }
}

function readItem(item: GivenTag, index: number): Tag[] {
  const { name, value } = item;
  if (name === undefined && value === undefined) return tagsOf(item);
  if (name === undefined) throw missingField(['tags', index, 'name']);
  if (value === undefined) throw missingField(['tags', index, 'value']);
  return [{ name: textOf(name), value: textOf(value) }];
}

const tagsOf = (given: GivenTag): Tag[] => Object.entries(given).map(([name, value]) => ({ name, value: textOf(value) }));

const textOf = (value: GivenTag[string]): string => (value === null ? '' : String(value));

/** `Array.isArray` does not narrow read-only arrays. */
const isList = (given: GivenTags): given is readonly GivenTag[] => Array.isArray(given);
