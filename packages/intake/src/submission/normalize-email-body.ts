/** Converts request bodies of various clients to the documented form, where their meaning is clear. */

/**
 * Returns an email with documented field names and without empty fields. For omitted fields, clients send null, an empty text in
 * an optional field, `filename: false`, blanks among the addresses of `cc`, `bcc` and `reply_to`, or `headers` as an empty array,
 * which is how PHP writes an empty object. Everything else is unchanged and validated by the schema.
 *
 * An empty `text` has a meaning: no text is generated from the html.
 */
export function normalizeEmailBody(body: unknown): unknown {
  return isObject(body) ? normalize(body, OTHER_NAMES, normalizeField) : body;
}

/** The same for an email of a batch, where an empty list of attachments is allowed. */
export function normalizeEmailOfBatch(body: unknown): unknown {
  const normalized = normalizeEmailBody(body);
  if (!isObject(normalized)) return normalized;
  const { attachments: _, ...rest } = normalized;
  return rest;
}

/** Returns any body without its null fields. */
export function withoutNulls(body: unknown): unknown {
  return isObject(body) ? normalize(body, NO_OTHER_NAMES, (_name, value) => value ?? undefined) : body;
}

/** Camel-case names that some clients send, mapped to the documented names. */
const OTHER_NAMES = new Map([
  ['replyTo', 'reply_to'],
  ['scheduledAt', 'scheduled_at'],
  ['topicId', 'topic_id'],
]);
const OTHER_NAMES_IN_FILES = new Map([
  ['contentType', 'content_type'],
  ['contentId', 'content_id'],
  ['inlineContentId', 'content_id'],
  // The former name, before `content_id` made an attachment inline.
  ['inline_content_id', 'content_id'],
]);
const NO_OTHER_NAMES: ReadonlyMap<string, string> = new Map();

/** Fields in which an empty text means absent. Not `scheduled_at`: an email that is sent too early cannot be recalled. */
const OPTIONAL_FIELDS = new Set(['from', 'cc', 'bcc', 'reply_to', 'headers', 'tags', 'attachments', 'template', 'topic_id']);
const OPTIONAL_FIELDS_OF_FILES = new Set(['path', 'filename', 'content_type', 'content_id']);
const ADDRESS_FIELDS = new Set(['cc', 'bcc', 'reply_to']);

/**
 * Renames fields to their documented names and replaces values by `normalizeValue`, which returns undefined to drop a field.
 * Returns the same object if nothing changes. If a field is given under two names, the documented one wins.
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
  // The types of the official Node.js client allow `false` as a file name.
  const isEmpty =
    value === null || (OPTIONAL_FIELDS_OF_FILES.has(name) && isBlank(value)) || (name === 'filename' && value === false);
  return isEmpty ? undefined : value;
}

const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
