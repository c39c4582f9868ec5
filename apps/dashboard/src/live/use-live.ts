/** Keeps what is on the page up to date: by server-sent events, or by asking again and again where they do not come through. */
import { useEffect, useState } from 'react';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { isSignedOut, SESSION } from '../api/session.ts';
import type { Now } from '../api/types.ts';

/** The cache's name for how things stand. */
export const NOW = ['now'] as const;

const POLL_MS = 5000;

/** How the page hears of news. */
export type LiveState = 'live' | 'polling';

/** Listens for as long as the component is there. */
export function useLive(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('live');

  useEffect(() => {
    const source = new EventSource('/dashboard/api/live');
    source.addEventListener('now', ({ data }: MessageEvent<string>) => {
      setState('live');
      tell(client, JSON.parse(data) as Now);
    });
    // The browser connects again by itself; until it does, the page asks.
    source.addEventListener('error', () => setState('polling'));
    return () => source.close();
  }, [client]);

  useEffect(() => {
    if (state === 'live') return;
    const timer = setInterval(() => void ask(client), POLL_MS);
    return () => clearInterval(timer);
  }, [client, state]);
  return state;
}

/** How things stand; undefined until it is known. */
export function useNow(): Now | undefined {
  return useQuery({ queryKey: NOW, queryFn: () => answer(api.GET('/dashboard/api/now')), staleTime: Infinity }).data;
}

/** While the API is away, the page shows what it was told last. */
async function ask(client: QueryClient): Promise<void> {
  try {
    tell(client, await answer(api.GET('/dashboard/api/now')));
  } catch (error) {
    if (isSignedOut(error)) client.setQueryData(SESSION, false);
  }
}

/** Lists and curves are read again when something has happened. */
function tell(client: QueryClient, now: Now): void {
  const before = client.getQueryData<Now>(NOW);
  client.setQueryData(NOW, now);
  if (before !== undefined && fingerprint(before) === fingerprint(now)) return;
  void client.invalidateQueries({ queryKey: ['emails'] });
  void client.invalidateQueries({ queryKey: ['series'] });
}

const fingerprint = ({ unfinished, last_minute, newest_id }: Now): string => JSON.stringify([unfinished, last_minute, newest_id]);
