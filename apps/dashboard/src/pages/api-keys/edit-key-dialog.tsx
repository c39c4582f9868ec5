/** Another name for a key. */
import { useState, type SubmitEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field, TextInput } from '../../components/field.tsx';
import { useToast } from '../../components/toasts.tsx';
import { strings } from '../../strings.ts';
import type { KeyDialogProps } from './key-dialog-props.ts';

const words = strings.apiKeys;

/** The question. */
export function RenameKeyDialog({ apiKey: { id, name: before }, onChanged, onClose }: KeyDialogProps) {
  const toast = useToast();
  const [name, setName] = useState(before);
  const rename = useMutation({
    mutationFn: () => answer(api.PATCH('/api-keys/{id}', { params: { path: { id } }, body: { name } })),
    onSuccess: () => {
      toast.good(words.renamed);
      onChanged();
      onClose();
    },
    onError: toast.bad,
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <Dialog open onClose={onClose} title={words.renameKey(before)}>
      <form onSubmit={submit}>
        <Field label={words.name}>
          <TextInput required maxLength={50} value={name} onValueChange={setName} />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="submit" look="primary" disabled={rename.isPending}>
            {words.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
