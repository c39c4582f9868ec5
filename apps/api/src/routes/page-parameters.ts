/** The parameters that every list pages by. */
import { SendoffError } from '@sendoff/core';
import Type from 'typebox';
import { ResourceId } from './resource-id.ts';

const MAX_LIMIT = 100;

/** Parameters of the query for a list of `things`; what belongs into a schema of properties. */
export const pageParameters = (things: string, thing: string, defaultLimit: number) => ({
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_LIMIT,
      default: defaultLimit,
      description: `How many ${things} on a page.`,
      'x-must-be': `a whole number from 1 to ${String(MAX_LIMIT)}`,
    }),
  ),
  after: Type.Optional(ResourceId(thing, 'The last id of a page: answers the page after it.')),
  before: Type.Optional(ResourceId(thing, 'The first id of a page: answers the page before it.')),
});

/** @throws {SendoffError} when the query asks for both sides of a page at once. */
export function refuseBothSides({ after, before }: { readonly after?: string; readonly before?: string }): void {
  if (after !== undefined && before !== undefined) {
    throw new SendoffError('invalid_parameter', 'The parameters `after` and `before` exclude each other. Leave one out.');
  }
}
