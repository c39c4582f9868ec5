/** The paging parameters of every list. */
import { SendoffError } from '@sendoff/core';
import Type from 'typebox';
import { ResourceId } from './resource-id.ts';

const MAX_LIMIT = 100;

/** Query properties for a list of `things`, to spread into an object schema. */
export const pageParameters = (things: string, thing: string, defaultLimit: number) => ({
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_LIMIT,
      default: defaultLimit,
      description: `Maximum number of ${things} to return.`,
      'x-must-be': `a whole number from 1 to ${String(MAX_LIMIT)}`,
    }),
  ),
  after: Type.Optional(ResourceId(thing, 'Return the page after this id: pass the last id of the current page.')),
  before: Type.Optional(ResourceId(thing, 'Return the page before this id: pass the first id of the current page.')),
});

/** @throws {SendoffError} when the query has both `after` and `before`. */
export function refuseBothSides({ after, before }: { readonly after?: string; readonly before?: string }): void {
  if (after !== undefined && before !== undefined) {
    throw new SendoffError('invalid_parameter', 'The parameters `after` and `before` exclude each other. Leave one out.');
  }
}
