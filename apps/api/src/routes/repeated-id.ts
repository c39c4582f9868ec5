/** Ids that clients send twice: official clients in several languages send all parameters of a call as its body too. */
import Type from 'typebox';
import { fieldProblem } from '@sendoff/core';

/** A field of a body that repeats the id in the path. */
export const RepeatedId = Type.Optional(
  Type.String({
    description: 'The id in the path once more, for clients that send it. Another one is refused.',
    'x-must-be': 'a string',
  }),
);

/** @throws {SendoffError} when one of the fields `repeated` names another resource than the path does. */
export function refuseOtherIds(pathId: string, repeated: Readonly<Record<string, string | undefined>>): void {
  for (const [field, id] of Object.entries(repeated)) {
    if (id !== undefined && id.toLowerCase() !== pathId.toLowerCase()) {
      throw fieldProblem([field], 'must be the id in the path, or be left out');
    }
  }
}
