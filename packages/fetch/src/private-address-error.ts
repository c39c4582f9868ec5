/** Why a connection was not made. Names no address, since what a private name resolves to is private too. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'PRIVATE_ADDRESS';

  constructor() {
    super('The host has no public address');
  }
}
