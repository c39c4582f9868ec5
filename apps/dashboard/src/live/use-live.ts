/** Keeps the page up to date and reports since when it is not. */
import { createContext, useEffect, useState } from 'react';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ApiError, answer, api } from '../api/client.ts';
import { isSignedOut, SESSION } from '../api/session.ts';
import type { Now } from '../api/types.ts';
import { followNow, type LiveStatus, type Stream } from './follow-now.ts';

/** Query key of the current state. */
export const NOW = ['now'] as const;

/** Provides the live status to every component of the page. */
export const LiveContext = createContext<LiveStatus>({ kind: 'live' });

/** Follows updates while the component is mounted. */
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
        // After an outage, everything on the page is refetched.
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

/** The current state. */
export const useNow = () =>
  useQuery({ queryKey: NOW, queryFn: () => answer(api.GET('/dashboard/api/now')), staleTime: Infinity });

function openStream(onNews: (now: Now) => void, onError: () => void): Stream {
  const source = new EventSource('/dashboard/api/live');
  source.addEventListener('now', ({ data }: MessageEvent<string>) => onNews(JSON.parse(data) as Now));
  source.addEventListener('error', onError);
  return { isClosed: () => source.readyState === EventSource.CLOSED, close: () => source.close() };
}

/** Refetches lists and charts when the state has changed. */
function tell(client: QueryClient, now: Now): void {
  const before = client.getQueryData<Now>(NOW);
  client.setQueryData(NOW, now);
  if (before !== undefined && fingerprint(before) === fingerprint(now)) return;
  void client.invalidateQueries({ queryKey: ['emails'] });
  void client.invalidateQueries({ queryKey: ['series'] });
}

const fingerprint = ({ unfinished, last_minute: { accepted, sent }, newest_id }: Now): string =>
  JSON.stringify([unfinished, accepted, sent, newest_id]);
