/** Changes the name, weight and limits of an API key. */
import { useState, type SubmitEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field, Problem, TextInput } from '../../components/field.tsx';
import { useToast } from '../../components/toasts.tsx';
import { strings } from '../../strings.ts';
import type { KeyDialogProps } from './key-dialog-props.ts';
import { limitChanges, limitFieldsOf, NO_LIMITS } from './key-limits.ts';
import { LimitInputs } from './limit-inputs.tsx';
import { WeightInput } from './weight-input.tsx';

const words = strings.apiKeys;

export function EditKeyDialog({ apiKey, onChanged, onClose }: KeyDialogProps) {
  const { id } = apiKey;
  const toast = useToast();
  const [before] = useState({ name: apiKey.name, weight: String(apiKey.weight), limits: limitFieldsOf(apiKey) });
  const [name, setName] = useState(before.name);
  const [weight, setWeight] = useState(before.weight);
  const [limits, setLimits] = useState(before.limits);
  const body = {
    ...(name !== before.name && { name }),
    ...(weight !== before.weight && { weight: Number(weight) }),
    ...limitChanges(before.limits, limits),
  };
  const save = useMutation({
    mutationFn: () => answer(api.PATCH('/api-keys/{id}', { params: { path: { id } }, body })),
    onSuccess: () => {
      toast.good(words.saved);
      onChanged();
      onClose();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog open onClose={onClose} title={words.editKey(before.name)}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={words.name}>
          <TextInput required maxLength={50} value={name} onValueChange={setName} />
        </Field>
        <WeightInput value={weight} onChange={setWeight} />
        <LimitInputs open={Object.keys(limitChanges(NO_LIMITS, before.limits)).length > 0} fields={limits} onChange={setLimits} />
        <Problem error={save.error} />
        <DialogActions>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="submit" look="primary" disabled={save.isPending || Object.keys(body).length === 0}>
            {words.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
