/** Shows a secret that cannot be shown again. */
import { useEffect, useState } from 'react';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';
import { CodeLine } from './code-line.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

const words = strings.shownOnce;

export interface ShownOnceDialogProps {
  readonly title: string;
  readonly description: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/**
 * Closes only with its button: Escape, an outside click or leaving the page would lose the secret, so they ask for confirmation.
 */
export function ShownOnceDialog({ title, description, secret, onClose }: ShownOnceDialogProps) {
  const [warned, setWarned] = useState(false);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);

  return (
    <Dialog open onClose={() => setWarned(true)} title={title} description={description}>
      <CodeLine text={secret} />
      <p role={warned ? 'alert' : undefined} className={warned ? 'font-medium text-bad' : 'text-muted'}>
        {warned ? words.warning : words.hint}
      </p>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {words.done}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
