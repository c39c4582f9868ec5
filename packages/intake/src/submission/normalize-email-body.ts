/** Bodies as clients write them, in the documented form as far as their meaning is plain. */

/**
 * An email with the documented names of fields, and without what says nothing. Clients write for what their user left
 * out: null, an empty text in an optional field, `filename: false`, blanks among the addresses of `cc`, `bcc` and
 * `reply_to`, and `headers` as an empty array, which is how PHP writes an empty object. Anything else stays as it is,
 * to be held to its schema.
 *
 * An empty `text` means something: no text is made from the html.
 */
export function normalizeEmailBody(body: unknown): unknown {
  return isObject(body) ? normalize(body, OTHER_NAMES, normalizeField) : body;
}

/** The same for an email of a batch, which may say that it has no attachments. */
export function normalizeEmailOfBatch(body: unknown): unknown {
  const normalized = normalizeEmailBody(body);
  if (!isObject(normalized)) return normalized;
  const { attachments: _, ...rest } = normalized;
  return rest;
}

/** Any body without the fields that are null. */
export function withoutNulls(body: unknown): unknown {
  return isObject(body) ? normalize(body, NO_OTHER_NAMES, (_name, value) => value ?? undefined) : body;
}

/** What clients that leave the names of their language call a field, by which the documented name is found. */
const OTHER_NAMES = new Map([
  ['replyTo', 'reply_to'],
  ['scheduledAt', 'scheduled_at'],
  ['topicId', 'topic_id'],
]);
const OTHER_NAMES_IN_FILES = new Map([
  ['contentType', 'content_type'],
  ['contentId', 'content_id'],
  ['inlineContentId', 'content_id'],
  // Before `content_id` came to mean that a file is inline.
  ['inline_content_id', 'content_id'],
]);
const NO_OTHER_NAMES: ReadonlyMap<string, string> = new Map();

/** Fields that say nothing when they are an empty text. A time is none of them: what is sent too early cannot be taken back. */
const OPTIONAL_FIELDS = new Set(['from', 'cc', 'bcc', 'reply_to', 'headers', 'tags', 'attachments', 'template', 'topic_id']);
const OPTIONAL_FIELDS_OF_FILES = new Set(['path', 'filename', 'content_type', 'content_id']);
const ADDRESS_FIELDS = new Set(['cc', 'bcc', 'reply_to']);

/**
 * The object with each field under its documented name and as `normalizeValue` makes it, which returns undefined for
 * one that is to be left out; the object itself where nothing changes. Under two names, the documented one counts.
 */
function normalize(
  object: Readonly<Record<string, unknown>>,
  otherNames: ReadonlyMap<string, string>,
  normalizeValue: (name: string, value: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  const documented: [string, unknown][] = [];
  const renamed: [string, unknown][] = [];
  let isChanged = false;
  for (const [given, value] of Object.entries(object)) {
    const name = otherNames.get(given) ?? given;
    const normalized = normalizeValue(name, value);
    isChanged ||= name !== given || normalized !== value;
    if (normalized !== undefined) (name === given ? documented : renamed).push([name, normalized]);
  }
  return isChanged ? Object.fromEntries([...renamed, ...documented]) : object;
}

function normalizeField(name: string, value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value === 'string') return OPTIONAL_FIELDS.has(name) && isBlank(value) ? undefined : value;
  if (!Array.isArray(value)) return value;
  if (name === 'headers' && value.length === 0) return undefined;
  if (name === 'attachments') return value.map(normalizeFile);
  return ADDRESS_FIELDS.has(name) && value.some(isBlank) ? value.filter((item) => !isBlank(item)) : value;
}

const normalizeFile = (file: unknown): unknown =>
  isObject(file) ? normalize(file, OTHER_NAMES_IN_FILES, normalizeFieldOfFile) : file;

function normalizeFieldOfFile(name: string, value: unknown): unknown {
  // The types of the official client for Node.js allow a name that is false.
  const isEmpty =
    value === null || (OPTIONAL_FIELDS_OF_FILES.has(name) && isBlank(value)) || (name === 'filename' && value === false);
  return isEmpty ? undefined : value;
}

const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
