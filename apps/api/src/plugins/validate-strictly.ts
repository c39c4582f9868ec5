/** Validation of requests. */
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance, FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { describeInvalidInput, type RequestPart } from '../bodies/describe-invalid-input.ts';

/**
 * Validates bodies without converting, defaulting or dropping anything, so that a client error never goes unnoticed. Query and
 * path parameters are converted to numbers where their schema requires it.
 */
export function validateStrictly(app: FastifyInstance): void {
  app.setValidatorCompiler(compileValidator);
}

const compileValidator: FastifySchemaCompiler<TSchema> = (route) => {
  const validate = TypeBoxValidatorCompiler(route);
  const check = route.httpPart === 'body' ? Compile(route.schema) : undefined;
  return (value: unknown) => {
    // Only the beginning of an invalid body is explained: listing every error of a long body takes seconds and
    // gigabytes.
    if (check?.Check(value) === true) return { value };
    const result = validate(check === undefined ? value : beginningOf(value)) as Checked;
    if (check !== undefined && result.error === undefined) return { error: new SendoffError('invalid_field') };
    return result.error === undefined
      ? { value: result.value }
      : { error: describeInvalidInput(route.schema, (route.httpPart ?? 'body') as RequestPart, result.error) };
  };
};

/** Array items and object fields examined to explain an error. */
const EXPLAINED = 200;

/** The value with only the first items of each array and the first fields of each object. */
function beginningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, EXPLAINED).map(beginningOf);
  if (typeof value !== 'object' || value === null) return value;
  const beginning: Record<string, unknown> = {};
  let fields = 0;
  for (const name in value) {
    if (!Object.hasOwn(value, name)) continue;
    beginning[name] = beginningOf((value as Record<string, unknown>)[name]);
    if (++fields === EXPLAINED) break;
  }
  return beginning;
}

/** The result of the compiled validator, more precise than its own type. */
interface Checked {
  readonly value?: unknown;
  readonly error?: readonly FastifySchemaValidationError[];
}
