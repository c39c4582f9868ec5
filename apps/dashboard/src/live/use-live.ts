/** Keeps what is on the page up to date, and says since when it is not. */
import { createContext, useEffect, useState } from 'react';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ApiError, answer, api } from '../api/client.ts';
import { isSignedOut, SESSION } from '../api/session.ts';
import type { Now } from '../api/types.ts';
import { followNow, type LiveStatus, type Stream } from './follow-now.ts';

/** The cache's name for how things stand. */
export const NOW = ['now'] as const;

/** Whether the page is up to date, for everything below the shell. */
export const LiveContext = createContext<LiveStatus>({ kind: 'live' });

/** Listens for as long as the component is there. */
export function useLive(): LiveStatus {
  const client = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>({ kind: 'live' });
  useEffect(() => {
    let lost = false;
    return followNow<Now>({
      openStream,
      ask: () => answer(api.GET('/dashboard/api/now')),
      onNews: (now) => tell(client, now),
      onStatus: (next) => {
        // What was read before, or failed to be read, is read again; the cache knows what is on the page.
        if (lost && next.kind !== 'lost')
          void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
        lost = next.kind === 'lost';
        setStatus(next);
      },
      explain: (error) => {
        if (isSignedOut(error)) client.setQueryData(SESSION, false);
        return error instanceof ApiError ? error.message : null;
      },
    });
  }, [client]);
  return status;
}

/** How things stand. */
export const useNow = () =>
  useQuery({ queryKey: NOW, queryFn: () => answer(api.GET('/dashboard/api/now')), staleTime: Infinity });

function openStream(onNews: (now: Now) => void, onError: () => void): Stream {
  const source = new EventSource('/dashboard/api/live');
  source.addEventListener('now', ({ data }: MessageEvent<string>) => onNews(JSON.parse(data) as Now));
  source.addEventListener('error', onError);
  return { isClosed: () => source.readyState === EventSource.CLOSED, close: () => source.close() };
}

/** Lists and curves are read again when something has happened. */
function tell(client: QueryClient, now: Now): void {
  const before = client.getQueryData<Now>(NOW);
  client.setQueryData(NOW, now);
  if (before !== undefined && fingerprint(before) === fingerprint(now)) return;
  void client.invalidateQueries({ queryKey: ['emails'] });
  void client.invalidateQueries({ queryKey: ['series'] });
}

const fingerprint = ({ unfinished, last_minute: { accepted, sent }, newest_id }: Now): string =>
  JSON.stringify([unfinished, accepted, sent, newest_id]);
