/** Adds addresses to the suppression list. */
import { useState, type SubmitEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field, Problem, TextArea } from '../../components/field.tsx';
import { useToast } from '../../components/toasts.tsx';
import { strings } from '../../strings.ts';
import { splitAddresses } from '../compose/draft.ts';

const words = strings.suppressions;

/** The props of every dialog about suppressions. */
export interface SuppressionDialogProps {
  /** Called when the list must be refetched. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function AddSuppressionsDialog({ onChanged, onClose }: SuppressionDialogProps) {
  const toast = useToast();
  const [text, setText] = useState('');
  const emails = splitAddresses(text);
  const add = useMutation({
    mutationFn: () => answer(api.POST('/suppressions/batch/add', { body: { emails } })),
    onSuccess: ({ data }) => {
      toast.good(words.added(data.length));
      onChanged();
      onClose();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (emails.length > 0) add.mutate();
  };
  return (
    <Dialog open onClose={onClose} title={words.addTitle} description={words.addExplanation}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={words.addresses} hint={words.addressesHint}>
          <TextArea rows={4} required value={text} onValueChange={setText} />
        </Field>
        <Problem error={add.error} />
        <DialogActions>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="submit" look="primary" disabled={add.isPending}>
            {words.add}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
