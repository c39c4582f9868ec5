/** Ids that clients send twice: several official clients send all parameters of a call, including the path id, as its body. */
import Type from 'typebox';
import { fieldProblem } from '@sendoff/core';

/** A field of a body that repeats the id in the path. */
export const RepeatedId = Type.Optional(
  Type.String({
    description: 'Must equal the id in the path. Accepted because some clients repeat it in the body.',
    'x-must-be': 'a string',
  }),
);

/** @throws {SendoffError} when one of the fields in `repeated` differs from the id in the path. */
export function refuseOtherIds(pathId: string, repeated: Readonly<Record<string, string | undefined>>): void {
  for (const [field, id] of Object.entries(repeated)) {
    if (id !== undefined && id.toLowerCase() !== pathId.toLowerCase()) {
      throw fieldProblem([field], 'must be the id in the path, or be left out');
    }
  }
}
