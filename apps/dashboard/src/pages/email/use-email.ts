/** Loads an email with its attempts, events and attachments. */
import { useQuery, useQueryClient, useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Status } from '../../api/types.ts';
import { useToast } from '../../components/toasts.tsx';

const FINAL: ReadonlySet<Status> = new Set(['sent', 'bounced', 'failed', 'suppressed', 'canceled']);

/** Polling interval in milliseconds: short while the email is being sent, long while it waits or may still bounce. */
function lookAgainAfter(status: Status | undefined): number | false {
  if (status === undefined) return false;
  if (FINAL.has(status)) return 15_000;
  return status === 'queued' || status === 'sending' ? 500 : 2000;
}

/** The email, its attempts, events and attachments, refetched while the page is open. */
export function useEmail(id: string) {
  const path = { params: { path: { id } } };
  const email = useQuery({
    queryKey: ['email', id],
    queryFn: () => answer(api.GET('/emails/{id}', path)),
    refetchInterval: ({ state }) => lookAgainAfter(state.data?.status),
  });
  // Attempts and events change only when the email does.
  const version = [email.data?.status, email.data?.attempts, email.data?.last_event, email.data?.recipients];
  const enabled = email.data !== undefined;
  const attempts = useQuery({
    queryKey: ['email', id, 'attempts', ...version],
    queryFn: async () => (await answer(api.GET('/emails/{id}/attempts', path))).data,
    placeholderData: (before) => before,
    enabled,
  });
  const events = useQuery({
    queryKey: ['email', id, 'events', ...version],
    queryFn: async () => (await answer(api.GET('/emails/{id}/events', path))).data,
    placeholderData: (before) => before,
    enabled,
  });
  const files = useQuery({
    queryKey: ['email', id, 'files', email.data?.status],
    queryFn: async () =>
      (await answer(api.GET('/emails/{id}/attachments', { params: { path: { id }, query: { limit: 100 } } }))).data,
    placeholderData: (before) => before,
    enabled,
  });
  return { email, attempts: attempts.data ?? [], events: events.data ?? [], files: files.data ?? [] };
}

/** An action on an email: shows a notification and refetches the email. */
export function useEmailAction<Input = void>(id: string, act: (input: Input) => Promise<unknown>, done: string) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: act,
    onSuccess: () => toast.good(done),
    onError: toast.bad,
    onSettled: () => client.invalidateQueries({ queryKey: ['email', id] }),
  });
}
