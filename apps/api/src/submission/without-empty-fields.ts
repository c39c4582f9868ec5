/**
 * The body of an email without what says nothing: fields that are null, also in attachments, and
 * `headers` as an empty array, which is how PHP writes an empty object. SDKs send these for what
 * their caller left out. Anything else stays as it is, to be held to its schema.
 */
export function withoutEmptyFields(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { headers, attachments } = body;
  if (headers === undefined && attachments === undefined) return withoutNulls(body);
  return withoutEmptyParts(body);
}

function withoutEmptyParts(body: Record<string, unknown>): unknown {
  const { headers, attachments, ...fields } = withoutNulls(body);
  return {
    ...fields,
    ...(headers !== undefined && !(Array.isArray(headers) && headers.length === 0) && { headers }),
    ...(attachments !== undefined && {
      attachments: Array.isArray(attachments)
        ? attachments.map((attachment: unknown) => (isObject(attachment) ? withoutNulls(attachment) : attachment))
        : attachments,
    }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object itself where nothing is to be left out. */
const withoutNulls = (object: Record<string, unknown>): Record<string, unknown> =>
  !Object.values(object).includes(null)
    ? object
    : Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

/** The same for an email of a batch, which may say that it has no attachments. */
export function withoutEmptyFieldsOfBatch(body: unknown): unknown {
  const filled = withoutEmptyFields(body);
  if (!isObject(filled)) return filled;
  const { attachments: _, ...rest } = filled;
  return rest;
}
