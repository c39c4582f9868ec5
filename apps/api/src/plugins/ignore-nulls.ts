/** For routes on which null means the same as an absent field, as many clients write it. */
import type { preValidationHookHandler } from 'fastify';
import { withoutNulls } from '@sendoff/intake/submission';

/** Removes null fields from the body before it is validated. */
export const ignoreNulls: preValidationHookHandler = (request, _reply, done) => {
  request.body = withoutNulls(request.body);
  done();
};
