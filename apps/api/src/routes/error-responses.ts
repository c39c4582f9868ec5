/** The errors of an operation, for its schema. */
import { ERRORS, type ErrorCode, type ErrorDefinition } from '@sendoff/config';
import Type from 'typebox';

/** Errors that any operation with an API key can end in. */
const ALWAYS = ['missing_api_key', 'unknown_api_key', 'internal', 'unavailable'] as const satisfies readonly ErrorCode[];

/** Response schemas by status, with every error of `codes`, and those that every operation has, as an example. */
export function errorResponses(...codes: readonly ErrorCode[]): Record<number, object> {
  const all = [...ALWAYS, ...codes];
  const statuses = new Set(all.map((code) => ERRORS[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [status, errorResponse(all.filter((code) => ERRORS[code].status === status))]),
  );
}

function errorResponse(codes: readonly ErrorCode[]) {
  const examples = codes.map((code) => [code, { summary: ERRORS[code].help, value: bodyOf(ERRORS[code]) }] as const);
  return Type.Object(
    {
      statusCode: Type.Integer({ description: 'The HTTP status code.' }),
      message: Type.String({ description: 'What is wrong and what to do, for people.' }),
      name: Type.String({ description: 'What is wrong, for programs.' }),
    },
    {
      'x-response-description': codes.map((code) => ERRORS[code].message).join(' Or: '),
      'x-examples': Object.fromEntries(examples),
    },
  );
}

const bodyOf = ({ status, message, name }: ErrorDefinition) => ({ statusCode: status, message, name });
