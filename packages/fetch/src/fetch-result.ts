/** What can come of fetching a URL. The messages are for people; none holds a path, a query or credentials. */

/** The whole body, as the server meant it (without its content coding). */
export interface Fetched {
  readonly kind: 'ok';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The media type with its parameters; null when the server named none that is well-formed. */
  readonly contentType: string | null;
}

/** The URL, or what it leads to, is not to be fetched. Trying again changes nothing. */
export interface FetchRefused {
  readonly kind: 'refused';
  readonly reason: 'private_address' | 'unsupported_url' | 'too_large' | 'too_many_redirects';
  readonly message: string;
}

/** The server was asked, or was to be asked, and gave nothing that can be used. */
export interface FetchFailed {
  readonly kind: 'failed';
  readonly reason: 'status' | 'timeout' | 'network' | 'no_room' | 'interrupted';
  /** The HTTP status, where it is the reason. */
  readonly status?: number;
  readonly message: string;
  /** Whether it may go well when it is tried again. */
  readonly temporary: boolean;
}

export type FetchResult = Fetched | FetchRefused | FetchFailed;

/** How much is taken of a URL, and how long. */
export interface FetchLimits {
  /** Octets of the body, without its content coding. */
  readonly maxBytes: number;
  /** Milliseconds for all of it: names, connections, redirects and the last octet. */
  readonly timeoutMs: number;
  /**
   * Asked whether there is room for so many bytes more as they come; false ends the fetch for the reason `no_room`. Whoever sets
   * this counts what was taken.
   */
  readonly takeRoom?: (bytes: number) => boolean;
  /** Ends the fetch for the reason `interrupted`. */
  readonly signal?: AbortSignal;
}
