/** What events are signed with, shown this once. */
import { Button } from '../../components/button.tsx';
import { CodeLine } from '../../components/code-line.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { strings } from '../../strings.ts';

const words = strings.webhooks;

/** The secret. */
export function SecretDialog(props: { readonly title: string; readonly secret: string; readonly onClose: () => void }) {
  const { title, secret, onClose } = props;
  return (
    <Dialog open onClose={onClose} title={title} description={words.secretExplanation}>
      <CodeLine text={secret} />
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {strings.apiKeys.done}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
