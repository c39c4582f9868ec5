/** Checks the ESMTP parameters of MAIL and RCPT. */
import { SendoffError } from '@sendoff/core';

/**
 * AUTH belongs to the AUTH extension (RFC 4954 section 5). RET, ENVID, NOTIFY and ORCPT belong to DSN (RFC 3461), which is not
 * offered; they are accepted and ignored, because some programs always send them.
 */
const KNOWN = {
  MAIL: new Set(['SIZE', 'BODY', 'SMTPUTF8', 'AUTH', 'RET', 'ENVID']),
  RCPT: new Set(['NOTIFY', 'ORCPT']),
} as const;

/** Characters of a parameter name that the reply quotes; the longest registered name has 10. */
const MAX_NAME_LENGTH = 30;

/**
 * Refuses unknown parameters (RFC 5321 section 4.1.1.11): accepting one would promise to honor it.
 *
 * @param parameters as smtp-server parsed them, by name in upper case; false without any.
 * @throws {SendoffError} for the first unknown parameter.
 */
export function checkParameters(command: 'MAIL' | 'RCPT', parameters: object | false): void {
  const unknown = Object.keys(parameters || {}).find((name) => !KNOWN[command].has(name));
  if (unknown === undefined) return;
  const shown = unknown.replaceAll(/[^A-Z0-9-]/g, '?').slice(0, MAX_NAME_LENGTH);
  throw new SendoffError('unknown_parameter', `${command} has the parameter ${shown}, which is not known here.`);
}
