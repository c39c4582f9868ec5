/** Creates an API key and shows its secret once. */
import { useState, type SubmitEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Choice, Field, Problem, TextInput } from '../../components/field.tsx';
import { ShownOnceDialog } from '../../components/shown-once-dialog.tsx';
import { strings } from '../../strings.ts';
import type { KeyDialogProps } from './key-dialog-props.ts';
import { limitChanges, NO_LIMITS } from './key-limits.ts';
import { LimitInputs } from './limit-inputs.tsx';
import { WeightInput } from './weight-input.tsx';

const words = strings.apiKeys;

export function CreateKeyDialog({ onChanged, onClose }: Omit<KeyDialogProps, 'apiKey'>) {
  const [name, setName] = useState('');
  const [permission, setPermission] = useState<keyof typeof words.permissions>('sending_access');
  const [mode, setMode] = useState<keyof typeof words.modes>('live');
  const [weight, setWeight] = useState('1');
  const [limits, setLimits] = useState(NO_LIMITS);
  const body = { name, permission, mode, weight: Number(weight), ...limitChanges(NO_LIMITS, limits) };
  const create = useMutation({
    mutationFn: () => answer(api.POST('/api-keys', { body })),
    onSuccess: onChanged,
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    create.mutate();
  };

  if (create.data !== undefined) {
    return (
      <ShownOnceDialog
        title={words.createdTitle}
        description={words.createdExplanation}
        secret={create.data.token}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} title={words.createTitle}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={words.name} hint={words.nameHint}>
          <TextInput required maxLength={50} value={name} onValueChange={setName} />
        </Field>
        <Field label={words.permission}>
          <Choice value={permission} options={words.permissions} onChange={setPermission} />
        </Field>
        <Field label={words.mode}>
          <Choice value={mode} options={words.modes} onChange={setMode} />
        </Field>
        <WeightInput value={weight} onChange={setWeight} />
        <LimitInputs open={false} fields={limits} onChange={setLimits} />
        <Problem error={create.error} />
        <DialogActions>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="submit" look="primary" disabled={create.isPending}>
            {words.create}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
