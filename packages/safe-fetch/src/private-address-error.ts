/**
 * The host has only private addresses. The error does not contain them, because what a private name resolves to is private too.
 */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'PRIVATE_ADDRESS';

  constructor() {
    super('The host has no public address');
  }
}
