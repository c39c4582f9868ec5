/** Turns validation errors into a message that names the field, the problem and the fix. */
import { type FieldPath, missingField, nameField, SendoffError } from '@sendoff/core';
import type { FastifySchemaValidationError } from 'fastify';

/** The part of a request that was validated. */
export type RequestPart = 'body' | 'querystring' | 'params' | 'headers';

/** The parts of a JSON schema used here. */
interface Schema {
  readonly 'x-must-be'?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

/**
 * Fields of the Resend API that Sendoff does not support yet. They are refused like unknown fields, with a message that says
 * that the field itself is valid.
 */
const NOT_SERVED = new Set(['template', 'topic_id', 'domain_id']);

/** The error for the first of `errors`, found in `part` by validating against `schema`. */
export function describeInvalidInput(
  schema: object,
  part: RequestPart,
  errors: readonly FastifySchemaValidationError[],
): SendoffError {
  // An unsupported field explains more than the required field that is missing instead of it. Unknown fields are reported
  // twice, first with the keyword `boolean`.
  const first = errors.find(namesUnserved) ?? errors.find(({ keyword }) => keyword !== 'boolean') ?? errors[0];
  if (first === undefined) throw new TypeError('A validator that refuses must say why');
  const path = readPointer(first.instancePath);

  switch (first.keyword) {
    case 'required':
      return missing([...path, firstOf(first.params['requiredProperties'])], part);
    case 'boolean':
      // The validator stops after some errors, so with many unknown fields only these first reports exist.
      return new SendoffError(codeFor(part), unknownFields(path.slice(0, -1), errors.filter(besides(first)).map(lastStep), part));
    case 'additionalProperties':
      return new SendoffError(codeFor(part), unknownFields(path, unknownNames(first), part));
    default:
      return new SendoffError(codeFor(part), wrongValue(path, mustBe(schema, path) ?? wordsFor(path, first), part));
  }
}

function missing(path: readonly (string | number)[], part: RequestPart): SendoffError {
  const [field = '', ...rest] = path;
  return part === 'body'
    ? missingField([String(field), ...rest])
    : new SendoffError('invalid_parameter', `Missing \`${String(field)}\` parameter.`);
}

function unknownFields(path: readonly (string | number)[], names: readonly string[], part: RequestPart): string {
  const about = (name: string) => beginning([...path, name], part).replace(/:$/, '');
  const [first = '', ...others] = names;
  const unserved = names.find((name) => NOT_SERVED.has(name));
  if (unserved !== undefined) return `${about(unserved)} is not served yet. Leave it out.`;
  if (others.length === 0) return `${about(first)} is not known. Leave it out; /docs lists what there is.`;

  const list = names.map((name) => `\`${name}\``).join(', ');
  const subject =
    path.length > 0 ? `${beginning(path, part)} ${list}` : `The ${part === 'body' ? 'fields' : 'parameters'} ${list}`;
  return `${subject} are not known. Leave them out; /docs lists what there is.`;
}

function wrongValue(path: readonly (string | number)[], what: string, part: RequestPart): string {
  const subject = path.length === 0 ? 'The request body' : beginning(path, part);
  return `${subject} must be ${what.replace(/^must (be )?/, '')}.`;
}

/** The message for a schema without `x-must-be`. */
const wordsFor = (path: readonly unknown[], { message }: FastifySchemaValidationError): string =>
  path.length === 0 ? 'a JSON object' : (message ?? 'valid');

function beginning([field = '', ...rest]: readonly (string | number)[], part: RequestPart): string {
  const path: FieldPath = [String(field), ...rest];
  return nameField(path, part === 'body' ? 'field' : 'parameter');
}

const codeFor = (part: RequestPart) => (part === 'body' ? 'invalid_field' : 'invalid_parameter');

/** The `x-must-be` of the schema at `path`. */
function mustBe(schema: Schema, path: readonly (string | number)[]): string | undefined {
  let current: Schema | undefined = schema;
  for (const step of path) {
    if (current === undefined) return undefined;
    current = typeof step === 'number' ? current.items : (current.properties?.[step] ?? schemaOfOthers(current));
  }
  return current?.['x-must-be'];
}

/** The schema of properties that are not listed by name. */
const schemaOfOthers = ({ patternProperties = {}, additionalProperties }: Schema): Schema | undefined =>
  Object.values(patternProperties)[0] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);

/** The steps of a JSON pointer (RFC 6901). A step of digits is an index: no field has such a name. */
function readPointer(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

const parentOf = ({ instancePath }: FastifySchemaValidationError): string => instancePath.slice(0, instancePath.lastIndexOf('/'));
/** Whether an error concerns a field of the same object. */
const besides = (first: FastifySchemaValidationError) => (error: FastifySchemaValidationError) =>
  parentOf(error) === parentOf(first);
/** The field that an error concerns. */
const lastStep = ({ instancePath }: FastifySchemaValidationError): string => String(readPointer(instancePath).at(-1) ?? '');

const unknownNames = (error: FastifySchemaValidationError): string[] => namesIn(error.params['additionalProperties']);
const namesUnserved = (error: FastifySchemaValidationError): boolean => unknownNames(error).some((name) => NOT_SERVED.has(name));
const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const firstOf = (value: unknown): string => namesIn(value)[0] ?? '';
