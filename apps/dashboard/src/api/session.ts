/** The session of the signed-in user. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, answer } from './client.ts';

const PATH = '/dashboard/api/session';

/** Query key of the session. */
export const SESSION = ['session'] as const;

/** Milliseconds between retries while the session cannot be loaded. */
const ASK_AGAIN_MS = 5000;

/** Whether the user is signed in; undefined while unknown. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    queryFn: async () => (await ask('GET')).signed_in,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.status === 'error' ? ASK_AGAIN_MS : false),
  });
}

/** Signs in with an API key or with the token of a sign-in link. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (proof: { readonly key: string } | { readonly link: string }) => ask('POST', proof),
    onSuccess: () => client.setQueryData(SESSION, true),
  });
}

/** Signs out and clears all cached data. */
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

/** The session endpoints are not in the OpenAPI document, so the response is typed here. */
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

/** Whether the error means that the session has ended. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;
