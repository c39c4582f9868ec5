/** Hears how things stand: by a stream, by asking where the stream is away, and says since when it hears nothing at all. */

/** Milliseconds between two questions while the stream is away, and between two looks at whether it still speaks. */
const ASK_EVERY_MS = 5000;
/** The API speaks every two seconds. A stream that says nothing for so long is not live, whatever the connection looks like. */
const SILENCE_MS = 10_000;

/** Whether what the page shows is up to date. */
export type LiveStatus =
  | { readonly kind: 'live' }
  | { readonly kind: 'polling' }
  /** Nothing has been heard since `since`; `problem` says what came instead, null where nothing did. */
  | { readonly kind: 'lost'; readonly since: Date; readonly problem: string | null };

/** A stream as the browser has it: `EventSource`. */
export interface Stream {
  /** Whether the browser has given it up, and will not connect again by itself. */
  readonly isClosed: () => boolean;
  readonly close: () => void;
}

/** What is heard, and how. */
export interface FollowParts<News> {
  readonly openStream: (onNews: (news: News) => void, onError: () => void) => Stream;
  /** Rejects when the API does not answer, or answers with an error. */
  readonly ask: () => Promise<News>;
  readonly onNews: (news: News) => void;
  readonly onStatus: (status: LiveStatus) => void;
  /** What an error of `ask` says to people; null where no answer came at all. */
  readonly explain: (error: unknown) => string | null;
}

/** Listens until the function that it returns is called. It recovers by itself, whatever was away and for how long. */
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
      // The browser connects again by itself as a rule. Until it has, the page asks, and learns at once whether anybody is there.
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
