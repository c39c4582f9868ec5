import { loadApiEnvironment, type ApiEnvironment, type RawEnvironment } from '@sendoff/config';
import { mailboxProblem } from '@sendoff/mail/message';

/**
 * What the API reads from its environment, with the default sender checked: found wrong only with
 * the first email that needs it, it would be found late.
 *
 * @throws {InvalidEnvironment}
 */
export const loadServerEnvironment = (raw?: RawEnvironment): ApiEnvironment =>
  loadApiEnvironment(raw, { MAIL_DEFAULT_FROM: (text) => mailboxProblem(text) ?? null });
