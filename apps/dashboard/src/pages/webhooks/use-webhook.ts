/** Loads and changes one webhook endpoint. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useToast } from '../../components/toasts.tsx';

/** Query key of everything about webhooks. */
export const WEBHOOKS = ['webhooks'] as const;

export function useWebhook(id: string) {
  return useQuery({
    queryKey: [...WEBHOOKS, id],
    queryFn: () => answer(api.GET('/webhooks/{id}', { params: { path: { id } } })),
    // An endpoint can be disabled automatically after failures.
    refetchInterval: 10_000,
  });
}

/** An action on an endpoint: shows a notification, if there is one, and refetches what may have changed. */
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
