import { InvalidEnvironment, loadApiEnvironment, type ApiEnvironment, type RawEnvironment } from '@sendoff/config';
import { InvalidMailbox, parseMailbox } from '@sendoff/mail/message';

/**
 * What the API reads from its environment, with the default sender checked: found wrong only with
 * the first email that needs it, it would be found late.
 *
 * @throws {InvalidEnvironment}
 */
export function loadServerEnvironment(raw?: RawEnvironment): ApiEnvironment {
  const environment = loadApiEnvironment(raw);
  const problem = mailboxProblem(environment.MAIL_DEFAULT_FROM);
  if (problem !== undefined) throw new InvalidEnvironment([`MAIL_DEFAULT_FROM ${problem}.`]);
  return environment;
}

function mailboxProblem(text: string | undefined): string | undefined {
  try {
    if (text !== undefined) parseMailbox(text);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidMailbox) return error.message;
    throw error;
  }
}
