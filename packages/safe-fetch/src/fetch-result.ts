/** The results of fetching a URL. Messages are for people and contain no path, query or credentials. */

/** The whole body without its content coding. */
export interface Fetched {
  readonly kind: 'ok';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The media type with its parameters; null if it is missing or malformed. */
  readonly contentType: string | null;
}

/** The URL or its target may not be fetched. Retrying does not help. */
export interface FetchRefused {
  readonly kind: 'refused';
  readonly reason: 'private_address' | 'unsupported_url' | 'too_large' | 'too_many_redirects';
  readonly message: string;
}

/** The request failed, or its response is unusable. */
export interface FetchFailed {
  readonly kind: 'failed';
  readonly reason: 'status' | 'timeout' | 'network' | 'no_room' | 'interrupted';
  /** The HTTP status, if it is the reason. */
  readonly status?: number;
  readonly message: string;
  /** Whether a retry may succeed. */
  readonly temporary: boolean;
}

export type FetchResult = Fetched | FetchRefused | FetchFailed;

/** Limits of one fetch. */
export interface FetchLimits {
  /** Maximum bytes of the body without its content coding. */
  readonly maxBytes: number;
  /** Milliseconds for the whole fetch: name resolution, connections, redirects and the body. */
  readonly timeoutMs: number;
  /**
   * Asked for each chunk whether there is memory for it; false ends the fetch with the reason `no_room`. The caller accounts for
   * the bytes it granted.
   */
  readonly takeRoom?: (bytes: number) => boolean;
  /** Ends the fetch with the reason `interrupted`. */
  readonly signal?: AbortSignal;
}
