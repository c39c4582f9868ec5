/** How requests are held to their schemas. */
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance, FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { describeInvalidInput, type RequestPart } from '../bodies/describe-invalid-input.ts';

/**
 * Bodies are taken as they are: nothing is converted, filled in or dropped, since a client that is
 * misunderstood in silence sends something else than it meant. Texts in the query string and the path
 * become the numbers that their schema asks for.
 */
export function validateStrictly(app: FastifyInstance): void {
  app.setValidatorCompiler(compileValidator);
}

const compileValidator: FastifySchemaCompiler<TSchema> = (route) => {
  const validate = TypeBoxValidatorCompiler(route);
  const check = route.httpPart === 'body' ? Compile(route.schema) : undefined;
  return (value: unknown) => {
    // A wrong body is explained by its beginning: to list everything that is wrong with a long one takes
    // seconds and gigabytes.
    if (check?.Check(value) === true) return { value };
    const result = validate(check === undefined ? value : beginningOf(value)) as Checked;
    if (check !== undefined && result.error === undefined) return { error: new SendoffError('invalid_field') };
    return result.error === undefined
      ? { value: result.value }
      : { error: describeInvalidInput(route.schema, (route.httpPart ?? 'body') as RequestPart, result.error) };
  };
};

/** Items of an array, and fields of an object, that are looked at to say what is wrong. */
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

/** What the compiled validator returns; its own type says less. */
interface Checked {
  readonly value?: unknown;
  readonly error?: readonly FastifySchemaValidationError[];
}
