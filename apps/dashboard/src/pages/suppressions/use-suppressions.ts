/** Loads the suppressions that match the filters. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, answer, api } from '../../api/client.ts';
import type { Suppression } from '../../api/types.ts';
import type { Filters } from './filters.ts';

const NAME = 'suppressions';
/** Suppressions per page. */
const LIMIT = 25;
const REFRESH_MS = 10_000;

interface Shown {
  readonly data: Suppression[];
  readonly has_more: boolean;
  /** The suppression of the searched address when the other filters exclude it. */
  readonly elsewhere: Suppression | null;
}

/** A searched address is loaded directly, since the list has it at most once. */
export function useSuppressions(filters: Filters, { enabled }: { readonly enabled: boolean }) {
  const { origin, email, after, before } = filters;
  return useQuery({
    queryKey: [NAME, origin, email, after, before],
    queryFn: async (): Promise<Shown> => {
      if (email !== '') {
        const found = await findOne(email);
        const isHidden = found !== null && origin !== undefined && found.origin !== origin;
        return { data: found === null || isHidden ? [] : [found], has_more: false, elsewhere: isHidden ? found : null };
      }
      const query = {
        limit: LIMIT,
        ...(origin !== undefined && { origin }),
        ...(after !== undefined && { after }),
        ...(before !== undefined && { before }),
      };
      const { data, has_more } = await answer(api.GET('/suppressions', { params: { query } }));
      return { data, has_more, elsewhere: null };
    },
    placeholderData: keepPreviousData,
    // Bounces and complaints add addresses without any action on the page.
    refetchInterval: REFRESH_MS,
    enabled,
  });
}

/** Refetches the list. */
export function useSuppressionsChanged(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [NAME] });
}

async function findOne(email: string): Promise<Suppression | null> {
  try {
    return await answer(api.GET('/suppressions/{id_or_email}', { params: { path: { id_or_email: email } } }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
