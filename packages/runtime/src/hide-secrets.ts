/** Names of fields that must not be logged, in any object and letter case. */
const SECRETS: ReadonlySet<string> = new Set([
  'password',
  'pass',
  'authorization',
  'cookie',
  'set-cookie',
  'html',
  'text',
  'token',
  'secret',
]);
const HIDDEN = '[redacted]';
/** Depth of nested objects that are searched: enough for `req.headers.authorization`, and for an error within an error. */
const DEPTH = 3;

/**
 * Redacts secrets nested in the fields of a log line. Lines with only strings and numbers, as most are, are returned unchanged:
 * pino's own redaction would check every field, at a tenth of what a worker allocates for an email.
 *
 * It searches {@link DEPTH} levels of objects, but neither strings nor the fields of a child logger, which pino formats itself:
 * give a child logger only strings and numbers.
 */
export function hideSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  if (!Object.values(fields).some(hasFields)) return fields;
  return Object.fromEntries(
    // The serializer of `err` converts and redacts the error.
    Object.entries(fields).map(([name, value]) => [name, name === 'err' && value instanceof Error ? value : clean(value, DEPTH)]),
  );
}

/** A copy of an object with secrets redacted, also in nested objects. */
export function withoutSecrets(object: object, depth = DEPTH): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, SECRETS.has(name.toLowerCase()) ? HIDDEN : clean(value, depth - 1)]),
  );
}

function clean(value: unknown, depth: number): unknown {
  if (depth === 0 || !hasFields(value)) return value;
  return Array.isArray(value) ? value.map((one) => clean(one, depth - 1)) : withoutSecrets(value, depth);
}

/** Whether a value has fields to search. Objects with `toJSON`, such as dates and URLs, serialize themselves. */
const hasFields = (value: unknown): value is object => typeof value === 'object' && value !== null && !('toJSON' in value);
