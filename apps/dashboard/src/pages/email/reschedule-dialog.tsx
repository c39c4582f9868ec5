/** Reschedules a scheduled email. */
import { useState, type SubmitEvent } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Email } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field, TextInput } from '../../components/field.tsx';
import { localInput, readTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';
import { useEmailAction } from './use-email.ts';

const words = strings.email.actions;

export function RescheduleDialog(props: { readonly email: Email; readonly open: boolean; readonly onClose: () => void }) {
  const { email, open, onClose } = props;
  const [time, setTime] = useState(email.scheduled_at === null ? '' : localInput(readTime(email.scheduled_at)));
  const reschedule = useEmailAction(
    email.id,
    (scheduled_at: string) => answer(api.PATCH('/emails/{id}', { params: { path: { id: email.id } }, body: { scheduled_at } })),
    words.rescheduled,
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (time !== '') reschedule.mutate(new Date(time).toISOString(), { onSuccess: onClose });
  };
  return (
    <Dialog open={open} onClose={onClose} title={words.rescheduleTitle}>
      <form onSubmit={submit}>
        <Field label={words.rescheduleLabel}>
          <TextInput type="datetime-local" required value={time} onValueChange={setTime} />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="submit" look="primary" disabled={reschedule.isPending}>
            {words.reschedule}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
