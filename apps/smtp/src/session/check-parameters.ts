/** The ESMTP parameters that MAIL and RCPT may have. */
import { SendoffError } from '@sendoff/core';

/**
 * AUTH comes with the extension of that name (RFC 4954 section 5). RET, ENVID, NOTIFY and ORCPT do not (RFC 3461 is not
 * offered), but some programs always say them, and nothing that is asked for by them is promised.
 */
const KNOWN = {
  MAIL: new Set(['SIZE', 'BODY', 'SMTPUTF8', 'AUTH', 'RET', 'ENVID']),
  RCPT: new Set(['NOTIFY', 'ORCPT']),
} as const;

/** Characters of a name in the reply; the longest registered one has 10. */
const MAX_NAME_LENGTH = 30;

/**
 * RFC 5321 section 4.1.1.11: what is not known is refused, for to ignore it would be to promise it.
 *
 * @param parameters as smtp-server read them, by their names in upper case; false where there are none.
 * @throws {SendoffError} for the first one that is not known.
 */
export function checkParameters(command: 'MAIL' | 'RCPT', parameters: object | false): void {
  const unknown = Object.keys(parameters || {}).find((name) => !KNOWN[command].has(name));
  if (unknown === undefined) return;
  const shown = unknown.replaceAll(/[^A-Z0-9-]/g, '?').slice(0, MAX_NAME_LENGTH);
  throw new SendoffError('unknown_parameter', `${command} has the parameter ${shown}, which is not known here.`);
}
