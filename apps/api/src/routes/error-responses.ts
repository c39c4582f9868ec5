/** Error responses in the schemas of operations. */
import { ERRORS, type ErrorCode, type ErrorDefinition } from '@sendoff/core';
import Type from 'typebox';

/** Response schemas by status, as a route's schema holds them. */
export type ResponseSchemas = Record<string, object>;

/**
 * Response schemas by status, with every error of `codes` as an example.
 *
 * A route lists only its own errors; `documentCommonErrors` adds those that every route can return.
 */
export function errorResponses(...codes: readonly ErrorCode[]): ResponseSchemas {
  const distinct = [...new Set(codes)];
  const statuses = new Set(distinct.map((code) => ERRORS[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [status, errorResponse(distinct.filter((code) => ERRORS[code].status === status))]),
  );
}

/** The error codes in a response schema made by `errorResponses`. */
export function errorCodesOf(schema: object): ErrorCode[] {
  const { 'x-examples': examples = {} } = schema as { readonly 'x-examples'?: Readonly<Record<string, unknown>> };
  return Object.keys(examples).filter((code): code is ErrorCode => code in ERRORS);
}

function errorResponse(codes: readonly ErrorCode[]) {
  const examples = codes.map((code) => [code, { summary: ERRORS[code].help, value: bodyOf(ERRORS[code]) }] as const);
  return Type.Object(
    {
      statusCode: Type.Integer({ description: 'The HTTP status code.' }),
      message: Type.String({ description: 'A human-readable explanation of the error and how to fix it.' }),
      name: Type.String({ description: 'A machine-readable error name.' }),
    },
    {
      'x-response-description': codes.map((code) => ERRORS[code].message).join(' Or: '),
      'x-examples': Object.fromEntries(examples),
    },
  );
}

const bodyOf = ({ status, message, name }: ErrorDefinition) => ({ statusCode: status, message, name });
