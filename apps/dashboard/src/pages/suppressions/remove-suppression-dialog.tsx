/** Removes a suppression after confirmation. */
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Suppression } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useToast } from '../../components/toasts.tsx';
import { strings } from '../../strings.ts';
import type { SuppressionDialogProps } from './add-suppressions-dialog.tsx';

const words = strings.suppressions;

export function RemoveSuppressionDialog(props: SuppressionDialogProps & { readonly suppression: Suppression }) {
  const { suppression, onChanged, onClose } = props;
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/suppressions/{id_or_email}', { params: { path: { id_or_email: suppression.id } } })),
    onSuccess: () => toast.good(words.removed(suppression.email)),
    onError: toast.bad,
    onSettled: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.removeTitle(suppression.email)} description={words.removeExplanation}>
      <DialogActions>
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {words.remove}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
