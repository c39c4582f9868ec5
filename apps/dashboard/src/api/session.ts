/** Whether somebody is signed in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, answer } from './client.ts';

const PATH = '/dashboard/api/session';

/** The cache's name for it. */
export const SESSION = ['session'] as const;

/** Milliseconds until somebody who could not be told is told. */
const ASK_AGAIN_MS = 5000;

/** Whether somebody is signed in; undefined while that is not known. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    queryFn: async () => (await ask('GET')).signed_in,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.status === 'error' ? ASK_AGAIN_MS : false),
  });
}

/** Signs in with a key, or with the token of a link. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (proof: { readonly key: string } | { readonly link: string }) => ask('POST', proof),
    onSuccess: () => client.setQueryData(SESSION, true),
  });
}

/** Signs out, and forgets everything that was read. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask('DELETE'),
    onSuccess: () => {
      client.setQueryData(SESSION, false);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
    },
  });
}

/** These have no types in the OpenAPI document but this one: an answer, or an error of the API. */
function ask(method: string, body?: object): Promise<{ readonly signed_in: boolean }> {
  return answer(
    fetch(PATH, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }).then(async (response) => {
      const json = (await response.json()) as { signed_in: boolean };
      return response.ok ? { data: json, response } : { error: json, response };
    }),
  );
}

/** Whether an error says that the session has ended. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;
