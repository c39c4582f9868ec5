import { expect, test } from '@jest/globals';
import {
  TRANSITIONS,
  type AttemptResult,
  type EmailEventType as CoreEventType,
  type RecipientState as CoreRecipientState,
} from '@sendoff/core';
import { EmailStatus, type AttemptOutcome, type EmailEventType, type RecipientState } from '../generated/enums.ts';

/** True for two types with the same members; otherwise the assignment of `true` does not compile. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

test('the enums of the schema have the values of the core types', () => {
  expect(Object.keys(TRANSITIONS).sort()).toEqual(Object.values(EmailStatus).sort());
  const same: [
    Same<AttemptOutcome, AttemptResult>,
    Same<EmailEventType, CoreEventType>,
    Same<RecipientState, CoreRecipientState>,
  ] = [true, true, true];
  expect(same).toEqual([true, true, true]);
});
