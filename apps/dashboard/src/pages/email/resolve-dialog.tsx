/** Resolves an email in doubt: the user decides whether it was sent. */
import { answer, api } from '../../api/client.ts';
import type { Email } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { strings } from '../../strings.ts';
import { useEmailAction } from './use-email.ts';

const words = strings.email.actions;
const OUTCOMES = ['failed', 'retry', 'sent'] as const;

export function ResolveDialog(props: { readonly email: Email; readonly open: boolean; readonly onClose: () => void }) {
  const { email, open, onClose } = props;
  const resolve = useEmailAction(
    email.id,
    (outcome: (typeof OUTCOMES)[number]) =>
      answer(api.POST('/emails/{id}/resolve', { params: { path: { id: email.id } }, body: { outcome } })),
    words.resolved,
  );
  return (
    <Dialog open={open} onClose={onClose} title={words.resolveTitle} description={words.resolveExplanation}>
      <p className="font-mono text-xs wrap-anywhere">{email.message_id}</p>
      <DialogActions>
        {OUTCOMES.map((outcome) => (
          <Button key={outcome} disabled={resolve.isPending} onClick={() => resolve.mutate(outcome, { onSettled: onClose })}>
            {words.outcomes[outcome]}
          </Button>
        ))}
      </DialogActions>
    </Dialog>
  );
}
