/** The transports by URL scheme. To add one, create a folder next to this file and a line in the table. */
import { hasUnencodedCredentials, UNENCODED_CREDENTIALS } from '@sendoff/config';
import { configureSmtp } from './smtp/smtp-transport.ts';
import { InvalidRelayUrl, type ConfigureTransport, type TransportDefaults } from './transport.ts';

/** Keyed by scheme in the form of `URL.protocol`. */
export type TransportTable = Readonly<Record<string, ConfigureTransport>>;

export const TRANSPORTS: TransportTable = {
  'smtp:': configureSmtp,
  'smtps:': configureSmtp,
};

/** Reads the URL of a relay with the transport of its scheme. Throws {@link InvalidRelayUrl}. */
export function configureTransport(
  url: string,
  defaults: TransportDefaults,
  transports = TRANSPORTS,
): ReturnType<ConfigureTransport> {
  if (hasUnencodedCredentials(url)) throw new InvalidRelayUrl(UNENCODED_CREDENTIALS);
  const schemes = Object.keys(transports).map((scheme) => `${scheme}//`);
  if (!URL.canParse(url))
    throw new InvalidRelayUrl(`is not a URL; write ${schemes.map((scheme) => `${scheme}host:port`).join(' or ')}`);
  const { protocol } = new URL(url);
  const configure = Object.hasOwn(transports, protocol) ? transports[protocol] : undefined;
  if (configure === undefined) throw new InvalidRelayUrl(`must begin with ${schemes.join(' or ')} and name a host`);
  return configure(url, defaults);
}

/** The problem with the first invalid URL, as the end of a sentence; null when all are valid. */
export function relayUrlsProblem(
  urls: readonly string[],
  credentials: Pick<TransportDefaults, 'username' | 'password'>,
): string | null {
  try {
    for (const url of urls) configureTransport(url, { ...credentials, maxConnections: 1 });
    return null;
  } catch (error) {
    if (error instanceof InvalidRelayUrl) return error.message;
    throw error;
  }
}
