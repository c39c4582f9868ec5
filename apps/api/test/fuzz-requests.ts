/** Requests that no sensible client would send, and some that one would: drawn from the OpenAPI document. */
import fc, { type Arbitrary } from 'fast-check';
import {
  examplesOf,
  operationsOf,
  type OpenApiDocument,
  type OpenApiParameter,
  type ServedOperation,
} from './openapi-document.ts';

/** A request. Where a text holds `{{n}}`, the n-th id that is known stands when it is sent. */
export interface FuzzRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What a request authenticates itself with. */
export const CREDENTIALS = ['full', 'sending', 'test', 'wrong', 'none'] as const;

/** Texts that have broken something somewhere. */
const nastyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'x\r\nBcc: y@example.com',
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '__proto__',
    'constructor',
    'null',
    '-1',
    '1e309',
    '9'.repeat(30),
    '%',
    '%00',
    '..',
    '{}',
    "'; DROP TABLE x; --",
    'a@b.c',
    'Ada <ada@example.com>',
    'ada@exämple.com',
    'in 1 hour',
    'tomorrow at 9am',
    'the day after never',
    '2026-13-45T99:99:99Z',
    '+275760-09-13T00:00:00.000Z',
    'https://user:pw@example.com/x',
    'file:///etc/passwd',
    'x'.repeat(3000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

const nastyValue: Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], [null], [[[[[[[[[[]]]]]]]]]]),
  fc.array(nastyText, { maxLength: 60 }),
  fc.dictionary(nastyText, nastyText, { maxKeys: 5 }),
);

const knownId = fc.nat({ max: 200 }).map((n) => `{{${String(n)}}}`);
const nastyId = fc.oneof(
  { weight: 6, arbitrary: knownId },
  { weight: 2, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: nastyText.map(encodeText) },
  { weight: 1, arbitrary: fc.constantFrom('%zz', '%', 'x'.repeat(500), '.', '00000000-0000-0000-0000-000000000000') },
);

/** Requests to every operation of `document`. */
export function fuzzRequests(
  document: OpenApiDocument,
): Arbitrary<FuzzRequest & { readonly credential: (typeof CREDENTIALS)[number] }> {
  return fc.constantFrom(...operationsOf(document)).chain((served) =>
    fc.record({
      method: fc.constant(served.method),
      path: pathOf(served),
      headers: headersOf(served),
      body: bodyOf(served),
      credential: fc.oneof(
        { weight: 12, arbitrary: fc.constant('full' as const) },
        { weight: 3, arbitrary: fc.constantFrom(...CREDENTIALS) },
      ),
    }),
  );
}

function pathOf({ path, operation: { parameters = [] } }: ServedOperation): Arbitrary<string> {
  const steps = path.split('/').map((step) => (step.startsWith('{') ? nastyId : fc.constant(step)));
  const asked = parameters.filter((one) => one.in === 'query');
  return fc.tuple(fc.tuple(...steps), queryOf(asked), fc.constantFrom('', '', '', '/')).map(([filled, query, slash]) => {
    const joined = filled.join('/') + slash;
    return query === '' ? joined : `${joined}?${query}`;
  });
}

function queryOf(parameters: readonly OpenApiParameter[]): Arbitrary<string> {
  const known = parameters.map((one) =>
    fc.option(
      valueOf(one).map((value) => `${one.name}=${value}`),
      { freq: one.required === true ? 20 : 2 },
    ),
  );
  const unknown = fc.option(
    fc.tuple(nastyText, nastyText).map(([name, value]) => `${encodeText(name)}=${encodeText(value)}`),
    { freq: 1 },
  );
  // What waits is told not to wait for long: a fuzz finds what hangs only where nothing is meant to.
  const patience = parameters.some(({ name }) => name === 'timeout') ? ['timeout=0'] : [];
  return fc
    .tuple(fc.tuple(...known), fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: unknown }))
    .map(([given, other]) => {
      const parts = [...given, other].filter((part) => part !== null);
      return [...parts, ...(parts.some((part) => part.startsWith('timeout=')) ? [] : patience)].join('&');
    });
}

function valueOf({ name, schema, example }: OpenApiParameter): Arbitrary<string> {
  if (name === 'timeout') return fc.constantFrom('0', '1', '-1', '61', 'x', '');
  const sensible = [example, ...((schema['examples'] ?? []) as unknown[]), ...((schema['enum'] ?? []) as unknown[])]
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => encodeURIComponent(value));
  return fc.oneof(
    nastyText.map(encodeText),
    fc.integer({ min: -5, max: 150 }).map(String),
    ...(sensible.length > 0 ? [fc.constantFrom(...sensible)] : []),
    ...(String(schema['pattern']).includes('{8}') ? [knownId] : []),
  );
}

function headersOf({ operation: { parameters = [], requestBody } }: ServedOperation): Arbitrary<Record<string, string>> {
  const own = parameters.filter((one) => one.in === 'header').map((one) => [one.name, fc.option(headerValue(one))] as const);
  const [type = 'application/json'] = Object.keys(requestBody?.content ?? {});
  const contentType = fc.oneof(
    { weight: 9, arbitrary: fc.constant(type) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'application/json; charset=utf-8',
        'text/plain',
        'text/csv; charset=latin1',
        'application/json;',
        'multipart/form-data',
        'x',
        '*/*',
      ),
    },
  );
  return fc
    .record({ ...Object.fromEntries(own), 'content-type': contentType })
    .map((headers: Record<string, string | null>) =>
      Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null)),
    );
}

/** Only what a client can put into a header at all (RFC 9110 section 5.5). */
const headerValue = ({ schema }: OpenApiParameter): Arbitrary<string> =>
  fc.oneof(
    nastyText.map((text) => text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '')),
    fc.constantFrom('permissive', 'strict', ...((schema['examples'] ?? []) as string[])),
    fc.nat({ max: 30 }).map((n) => `key-${String(n)}`),
  );

function bodyOf({ method, operation }: ServedOperation): Arbitrary<string | undefined> {
  if (method === 'GET') return fc.constant(undefined);
  const media = Object.values(operation.requestBody?.content ?? {})[0];
  const examples = media === undefined ? [{}] : examplesOf(media).map(([, value]) => value);
  const fields = Object.keys((media?.schema as { properties?: object } | undefined)?.properties ?? {});
  const spoilt = fc.constantFrom(...examples).chain((example) => spoil(example, fields));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...examples).map(stringify) },
    { weight: 8, arbitrary: spoilt.map(stringify) },
    { weight: 2, arbitrary: nastyValue.map(stringify) },
    { weight: 1, arbitrary: fc.constantFrom(...examples).map((example) => stringify(example).slice(0, -1)) },
    { weight: 1, arbitrary: nastyText },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

/** An example in which a field, at any depth, is changed, added or missing. */
function spoil(example: unknown, fields: readonly string[]): Arbitrary<unknown> {
  if (Array.isArray(example)) {
    const [first = {}] = example as unknown[];
    const items = fc.array(fc.oneof(fc.constant(first), spoil(first, fields), nastyValue), { maxLength: 6 });
    return fc.oneof({ weight: 8, arbitrary: items }, { weight: 1, arbitrary: fc.constant(Array<unknown>(101).fill(first)) });
  }
  if (typeof example !== 'object' || example === null) return nastyValue;
  const object = example as Readonly<Record<string, unknown>>;
  const own = Object.keys(object);
  const changes: Arbitrary<unknown>[] = [
    fc
      .tuple(fc.oneof(nastyText, fc.constantFrom('x', ...fields)), nastyValue)
      .map(([name, value]) => ({ ...object, [name]: value })),
    ...(own.length === 0
      ? []
      : [
          fc.constantFrom(...own).chain((name) => spoil(object[name], []).map((value) => ({ ...object, [name]: value }))),
          fc.constantFrom(...own).map((name) => Object.fromEntries(Object.entries(object).filter(([one]) => one !== name))),
        ]),
  ];
  return fc.oneof(...changes);
}

const stringify = (value: unknown): string => (typeof value === 'string' && value.includes('\n') ? value : JSON.stringify(value));

/** Lone surrogates have no encoding in a URL. */
function encodeText(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
