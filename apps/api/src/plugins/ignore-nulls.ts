/** For routes on which null says the same as a field that is absent, which is how many clients write it. */
import type { preValidationHookHandler } from 'fastify';
import { withoutNulls } from '@sendoff/intake/submission';

/** Takes fields that are null out of the body before it is held to its schema. */
export const ignoreNulls: preValidationHookHandler = (request, _reply, done) => {
  request.body = withoutNulls(request.body);
  done();
};
