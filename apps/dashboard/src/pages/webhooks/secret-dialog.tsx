/** What events are signed with, shown this once. */
import { ShownOnceDialog } from '../../components/shown-once-dialog.tsx';
import { strings } from '../../strings.ts';

/** The secret. */
export function SecretDialog(props: { readonly title: string; readonly secret: string; readonly onClose: () => void }) {
  return <ShownOnceDialog {...props} description={strings.webhooks.secretExplanation} />;
}
