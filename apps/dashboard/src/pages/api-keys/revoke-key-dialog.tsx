/** Revokes an API key after confirmation. */
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useToast } from '../../components/toasts.tsx';
import { strings } from '../../strings.ts';
import type { KeyDialogProps } from './key-dialog-props.ts';

const words = strings.apiKeys;

export function RevokeKeyDialog({ apiKey: { id, name }, onChanged, onClose }: KeyDialogProps) {
  const toast = useToast();
  const revoke = useMutation({
    mutationFn: () => answer(api.DELETE('/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => toast.good(words.revoked),
    onError: toast.bad,
    onSettled: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.revokeTitle(name)} description={words.revokeExplanation}>
      <DialogActions>
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button look="danger" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
          {words.revoke}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
