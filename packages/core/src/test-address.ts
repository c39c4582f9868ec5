/**
 * The test addresses, whose local part says what the sandbox makes of an email: `delivered@`, `bounced@`, `complained@` and
 * `suppressed@resend.dev`, also with a `+label`. Email to them is never delivered, whoever sends it.
 */

/** What an address of the sandbox stands for. */
export type SandboxRole = 'delivered' | 'bounced' | 'complained' | 'suppressed';

/** What the ledger names in place of a relay where nothing is delivered. */
export const SANDBOX_RELAY = 'test';

const PATTERN = /^(delivered|complained|bounced|suppressed)(|\+[^@]*)@resend\.dev$/;

/** The pattern of test addresses in lower case, as both JavaScript and PostgreSQL read it. */
export const TEST_ADDRESSES = PATTERN.source;

/** What the local part of a test address says; undefined for any other address. */
export function sandboxRole(address: string): SandboxRole | undefined {
  const lower = address.toLowerCase();
  // Nearly every address ends here.
  return lower.endsWith('@resend.dev') ? (PATTERN.exec(lower)?.[1] as SandboxRole | undefined) : undefined;
}

/** Whether email to this address is simulated, whoever sends it. */
export const isTestAddress = (address: string): boolean => sandboxRole(address) !== undefined;
