/** One endpoint, and what is done to it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useToast } from '../../components/toasts.tsx';

/** The cache's name for everything about endpoints. */
export const WEBHOOKS = ['webhooks'] as const;

/** The endpoint. */
export function useWebhook(id: string) {
  return useQuery({
    queryKey: [...WEBHOOKS, id],
    queryFn: () => answer(api.GET('/webhooks/{id}', { params: { path: { id } } })),
    // It may be disabled by itself.
    refetchInterval: 10_000,
  });
}

/** Something that is done: says that it was, where there is something to say, and reads again what may have changed. */
export function useWebhookAction<Input, Result>(act: (input: Input) => Promise<Result>, done?: string) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      if (done !== undefined) toast.good(done);
    },
    onError: toast.bad,
    onSettled: () => client.invalidateQueries({ queryKey: WEBHOOKS }),
  });
}
