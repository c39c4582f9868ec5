/** Holds responses to the OpenAPI document: what the document does not say is as wrong as what it says differently. */
import type { OutgoingHttpHeaders } from 'node:http';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument, OpenApiOperation } from './openapi-document.ts';

/** A request and what it was answered. */
export interface Exchange {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** The document as a judge. */
export interface Contract {
  /** What is wrong with a response; empty when nothing is. */
  check(exchange: Exchange): string[];
}

const ERROR = {
  type: 'object',
  properties: { statusCode: { type: 'integer' }, message: { type: 'string', minLength: 1 }, name: { type: 'string' } },
  required: ['statusCode', 'message', 'name'],
  additionalProperties: false,
};

/** Served and not part of the document. */
const OUTSIDE = /^\/(?:docs|docs\/.*|dashboard|dashboard\/.*|openapi\.json)$/;

/** Compiles a document. */
export function openContract(document: OpenApiDocument): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const validators = new Map<object, ValidateFunction>();
  const isError = ajv.compile(ERROR);

  const validatorOf = (schema: object): ValidateFunction => {
    const known = validators.get(schema) ?? ajv.compile(closed(schema) as object);
    validators.set(schema, known);
    return known;
  };
  const against = (validate: ValidateFunction, body: unknown) =>
    validate(body) ? [] : [`the body is not as documented: ${ajv.errorsText(validate.errors, { dataVar: 'body' })}`];

  const checkOperation = (operation: OpenApiOperation, { status, headers, body }: Exchange): string[] => {
    const response = operation.responses[String(status)];
    if (response === undefined) return [`the status is not documented: ${body.toString().slice(0, 200)}`];
    if (response.content?.['*/*'] !== undefined) return [];
    const [type = ''] = Object.keys(response.content ?? {});
    if (type === 'text/csv') return String(headers['content-type']).startsWith(type) ? [] : ['the content type is not CSV'];
    const schema = response.content?.['application/json']?.schema;
    if (schema === undefined) return ['the document has no schema for this status'];
    if (!String(headers['content-type']).startsWith('application/json')) return ['the content type is not JSON'];
    return against(validatorOf(schema), JSON.parse(body.toString()));
  };

  return {
    check: (exchange) => {
      const { method, url, status, headers, body } = exchange;
      const path = pathOf(url);
      if (OUTSIDE.test(path)) return [];
      const problems = checkHeaders(status, headers);
      // RFC 9110 section 9.3.2: the same as GET, without the content.
      if (method === 'HEAD') return problems;
      const operation = findOperation(document, path)?.[method.toLowerCase()];
      if (operation !== undefined) return [...problems, ...checkOperation(operation, exchange)];
      if (status < 400) return [...problems, 'the operation is not documented'];
      return [...problems, ...against(isError, JSON.parse(body.toString()))];
    },
  };
}

function checkHeaders(status: number, headers: OutgoingHttpHeaders): string[] {
  const required = ['x-request-id', ...(status === 401 ? ['www-authenticate'] : []), ...(status === 429 ? ['retry-after'] : [])];
  return required.filter((name) => headers[name] === undefined).map((name) => `the header ${name} is missing`);
}

/** The path as routes see it: without query, doubled slashes, and the one at the end. */
const pathOf = (url: string): string =>
  url
    .replace(/[?#].*$/s, '')
    .replaceAll(/\/+/g, '/')
    .replace(/(.)\/$/, '$1');

function findOperation({ paths }: OpenApiDocument, path: string) {
  const matching = Object.keys(paths).filter((template) => matches(template, path));
  // A fixed step wins over a parameter.
  const [best] = matching.sort((one, other) => one.split('{').length - other.split('{').length);
  return best === undefined ? undefined : paths[best];
}

function matches(template: string, path: string): boolean {
  const [expected, given] = [template.split('/'), path.split('/')];
  return expected.length === given.length && expected.every((step, n) => step === given[n] || /^\{.+\}$/.test(step));
}

/** A copy of a schema in which no object may have properties that it does not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}
