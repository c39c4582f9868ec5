/** Live updates: by a server-sent event stream, or by polling while the stream is down. Reports since when both fail. */

/** Milliseconds between polls while the stream is down, and between checks of the stream. */
const ASK_EVERY_MS = 5000;
/** The API sends an update every two seconds. A stream silent for longer than this is dead, even if its connection looks open. */
const SILENCE_MS = 10_000;

/** Whether the page receives updates. */
export type LiveStatus =
  | { readonly kind: 'live' }
  | { readonly kind: 'polling' }
  /** No update since `since`; `problem` is the error response of the API, null if there was no response. */
  | { readonly kind: 'lost'; readonly since: Date; readonly problem: string | null };

/** The parts of `EventSource` used here. */
export interface Stream {
  /** Whether the browser has closed it and will not reconnect. */
  readonly isClosed: () => boolean;
  readonly close: () => void;
}

export interface FollowParts<News> {
  readonly openStream: (onNews: (news: News) => void, onError: () => void) => Stream;
  /** Rejects when the API does not respond or responds with an error. */
  readonly ask: () => Promise<News>;
  readonly onNews: (news: News) => void;
  readonly onStatus: (status: LiveStatus) => void;
  /** The message for an error of `ask`; null if there was no response. */
  readonly explain: (error: unknown) => string | null;
}

/** Follows updates and recovers from any outage. Returns a function that stops it. */
export function followNow<News>({ openStream, ask, onNews, onStatus, explain }: FollowParts<News>): () => void {
  let kind: LiveStatus['kind'] = 'live';
  let heardAt = Date.now();
  let asking = false;
  let stopped = false;

  const hear = (news: News, by: 'live' | 'polling'): void => {
    if (stopped) return;
    heardAt = Date.now();
    if (kind !== by) onStatus({ kind: by });
    kind = by;
    onNews(news);
  };
  const lose = (error: unknown): void => {
    if (stopped) return;
    kind = 'lost';
    onStatus({ kind, since: new Date(heardAt), problem: explain(error) });
  };
  const open = (): Stream =>
    openStream(
      (news) => hear(news, 'live'),
      // The browser usually reconnects by itself. Polling meanwhile shows at once whether the API is reachable.
      () => void askOnce(),
    );
  const askOnce = async (): Promise<void> => {
    if (asking || stopped) return;
    asking = true;
    try {
      hear(await ask(), 'polling');
    } catch (error) {
      lose(error);
    }
    asking = false;
  };

  let stream = open();
  const timer = setInterval(() => {
    const isSilent = Date.now() - heardAt > SILENCE_MS;
    if (stream.isClosed() || isSilent) {
      stream.close();
      stream = open();
    }
    if (kind !== 'live' || isSilent) void askOnce();
  }, ASK_EVERY_MS);
  return () => {
    stopped = true;
    clearInterval(timer);
    stream.close();
  };
}
