/** Fields that have no business in a log, whatever object they arrive in and in whatever letter case. */
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
/** Objects within each other that are looked into: enough for `req.headers.authorization`, and for an error within an error. */
const DEPTH = 3;

/**
 * The fields of a line of the log without the secrets that lie within them. A line whose fields are words and numbers,
 * as most are, comes back as it is: pino's own redaction would look into each word of it, at a tenth of what a worker
 * allocates for an email.
 *
 * It reaches {@link DEPTH} objects deep, and neither into texts nor into the fields of a child logger, which pino
 * formats by itself: give a child words and numbers.
 */
export function hideSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  if (!Object.values(fields).some(hasFields)) return fields;
  return Object.fromEntries(
    // The error of a line becomes an object in its serializer, which hides what is in it.
    Object.entries(fields).map(([name, value]) => [name, name === 'err' && value instanceof Error ? value : clean(value, DEPTH)]),
  );
}

/** An object without the secrets among its fields, and among those of the objects in it. */
export function withoutSecrets(object: object, depth = DEPTH): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, SECRETS.has(name.toLowerCase()) ? HIDDEN : clean(value, depth - 1)]),
  );
}

function clean(value: unknown, depth: number): unknown {
  if (depth === 0 || !hasFields(value)) return value;
  return Array.isArray(value) ? value.map((one) => clean(one, depth - 1)) : withoutSecrets(value, depth);
}

/** What says itself how it is written, such as a date or a URL, has none that would be. */
const hasFields = (value: unknown): value is object => typeof value === 'object' && value !== null && !('toJSON' in value);
