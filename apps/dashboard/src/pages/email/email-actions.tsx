/** The actions available for the current status of an email. */
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Email } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { strings } from '../../strings.ts';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { useEmailAction } from './use-email.ts';

const words = strings.email.actions;

/** Renders nothing when no action is available. */
export function EmailActions({ email }: { readonly email: Email }) {
  switch (email.status) {
    case 'scheduled':
      return <ScheduledActions email={email} />;
    case 'bounced':
    case 'failed':
    case 'suppressed':
      // An email whose content was deleted cannot be sent again.
      return email.content_expired ? null : <RetryButton email={email} />;
    case 'in_doubt':
      return <ResolveButton email={email} />;
    case 'queued':
    case 'sending':
    case 'deferred':
    case 'sent':
    case 'canceled':
      return null;
  }
}

function ScheduledActions({ email }: { readonly email: Email }) {
  const [open, setOpen] = useState<'cancel' | 'reschedule' | null>(null);
  const cancel = useEmailAction(
    email.id,
    () => answer(api.POST('/emails/{id}/cancel', { params: { path: { id: email.id } } })),
    words.canceled,
  );
  const close = () => setOpen(null);
  return (
    <div className="flex gap-2">
      <Button onClick={() => setOpen('reschedule')}>{words.reschedule}</Button>
      <Button look="danger" onClick={() => setOpen('cancel')}>
        {words.cancel}
      </Button>
      <RescheduleDialog email={email} open={open === 'reschedule'} onClose={close} />
      <Dialog open={open === 'cancel'} onClose={close} title={words.cancelQuestion} description={words.cancelExplanation}>
        <DialogActions>
          <Button onClick={close}>{words.keep}</Button>
          <Button look="danger" disabled={cancel.isPending} onClick={() => cancel.mutate(undefined, { onSettled: close })}>
            {words.cancel}
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  );
}

function RetryButton({ email: { id } }: { readonly email: Email }) {
  const retry = useEmailAction(id, () => answer(api.POST('/emails/{id}/retry', { params: { path: { id } } })), words.retried);
  return (
    <Button disabled={retry.isPending} onClick={() => retry.mutate()}>
      {words.retry}
    </Button>
  );
}

function ResolveButton({ email }: { readonly email: Email }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {words.resolve}
      </Button>
      <ResolveDialog email={email} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
