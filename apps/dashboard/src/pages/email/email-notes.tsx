/** Notices above an email: that it is simulated, and why delivery failed. */
import type { Email } from '../../api/types.ts';
import { shownStatusOf } from '../../components/shown-status.ts';
import { spoken } from '../../format/spoken.ts';
import { strings } from '../../strings.ts';
import { WaitingNote } from './waiting-note.tsx';

const words = strings.email;

/** Renders nothing when there is no notice. */
export function EmailNotes({ email }: { readonly email: Email }) {
  const { mode, failure } = email;
  return (
    <>
      {mode === 'test' && (
        <p className="tone-calm toned-edge rounded-lg border bg-surface px-4 py-2.5">
          <span className="font-medium">{words.sandbox.title}</span> {words.sandbox.why}
        </p>
      )}
      <WaitingNote email={email} />
      {failure !== null && (
        <p className={`${shownStatusOf(email).tone} toned-edge rounded-lg border bg-surface px-4 py-2.5 wrap-anywhere`}>
          <span className="font-medium">{words.whyNot}</span> {spoken(failure.reason)}
        </p>
      )}
    </>
  );
}
