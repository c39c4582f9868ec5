import { loadApiEnvironment, type ApiEnvironment, type RawEnvironment } from '@sendoff/config';
import { mailboxProblem } from '@sendoff/mail/message';

/**
 * Loads the environment of the API and checks the default sender, so that an invalid one is reported at startup and not with the
 * first email that needs it.
 *
 * @throws {InvalidEnvironment}
 */
export const loadServerEnvironment = (raw?: RawEnvironment): ApiEnvironment =>
  loadApiEnvironment(raw, { MAIL_DEFAULT_FROM: (text) => mailboxProblem(text) ?? null });
