/** The suppressions that the filters let through. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, answer, api } from '../../api/client.ts';
import type { Suppression } from '../../api/types.ts';
import type { Filters } from './filters.ts';

const NAME = 'suppressions';
/** Suppressions on a page. */
const LIMIT = 25;

/** What is shown. */
interface Shown {
  readonly data: Suppression[];
  readonly has_more: boolean;
}

/** An address is looked up by itself: it is on the list once, or not at all. */
export function useSuppressions(filters: Filters) {
  const { origin, email, after, before } = filters;
  return useQuery({
    queryKey: [NAME, origin, email, after, before],
    queryFn: async (): Promise<Shown> => {
      if (email !== '') {
        const found = await findOne(email);
        return { data: found === null || (origin !== undefined && found.origin !== origin) ? [] : [found], has_more: false };
      }
      const query = {
        limit: LIMIT,
        ...(origin !== undefined && { origin }),
        ...(after !== undefined && { after }),
        ...(before !== undefined && { before }),
      };
      return answer(api.GET('/suppressions', { params: { query } }));
    },
    placeholderData: keepPreviousData,
  });
}

/** Reads the list again. */
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
