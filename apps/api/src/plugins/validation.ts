/** How requests are held to their schemas. */
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import { describeInvalidInput, type RequestPart } from './describe-invalid-input.ts';

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
  return (value: unknown) => {
    const result = validate(value) as Checked;
    return result.error === undefined
      ? { value: result.value }
      : { error: describeInvalidInput(route.schema, (route.httpPart ?? 'body') as RequestPart, result.error) };
  };
};

/** What the compiled validator returns; its own type says less. */
interface Checked {
  readonly value?: unknown;
  readonly error?: readonly FastifySchemaValidationError[];
}
