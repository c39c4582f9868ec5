import Type from 'typebox';

/** An example id for the documentation. */
export const EXAMPLE_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';

/** A UUID of any version. A well-formed id that does not exist is 404; a malformed one is 422. */
export const ResourceId = (thing: string, description: string) =>
  Type.String({
    pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
    description,
    examples: [EXAMPLE_ID],
    'x-must-be': `the id of ${/^[aeiou]/i.test(thing) ? 'an' : 'a'} ${thing}, such as ${EXAMPLE_ID}`,
  });
