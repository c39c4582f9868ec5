/** Shows the signing secret of an endpoint once. */
import { ShownOnceDialog } from '../../components/shown-once-dialog.tsx';
import { strings } from '../../strings.ts';

export function SecretDialog(props: { readonly title: string; readonly secret: string; readonly onClose: () => void }) {
  return <ShownOnceDialog {...props} description={strings.webhooks.secretExplanation} />;
}
