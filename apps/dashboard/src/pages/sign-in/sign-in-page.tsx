/** Sign-in with an API key or with the link that `start` prints. */
import { useEffect, useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { useSignIn } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { CodeLine } from '../../components/code-line.tsx';
import { Field, Problem, TextInput } from '../../components/field.tsx';
import { strings } from '../../strings.ts';

const words = strings.signIn;

/** Signs in automatically when opened with a link. */
export function SignInPage() {
  const signIn = useSignInByLink();
  const [key, setKey] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (key.trim() !== '') signIn.mutate({ key: key.trim() });
  };

  return (
    <main className="grid min-h-dvh grid-cols-1 place-items-center p-4">
      <div className="w-full max-w-sm rounded-lg border border-line bg-surface p-6">
        <p className="mb-4 text-sm font-semibold text-muted">{strings.product}</p>
        <h1 className="text-xl font-semibold tracking-tight">{words.title}</h1>
        <p className="mb-4 text-muted">{signIn.isPending ? words.byLink : words.lead}</p>
        <form onSubmit={submit} className="flex flex-col gap-3">
          <Field label={words.key}>
            <TextInput type="password" autoComplete="current-password" autoFocus value={key} onValueChange={setKey} />
          </Field>
          <Problem error={signIn.error} />
          <Button type="submit" look="primary" disabled={signIn.isPending}>
            {words.submit}
          </Button>
        </form>
        <p className="mt-6 mb-2 text-xs text-muted">{words.help}</p>
        <CodeLine text={words.command} />
      </div>
    </main>
  );
}

/** The token is in the URL fragment, which is never sent to a server, and is removed from the address bar at once. */
function useSignInByLink() {
  const signIn = useSignIn();
  const [path, navigate] = useLocation();
  const { mutate } = signIn;
  useEffect(() => {
    const link = path === '/dashboard/sign-in' ? window.location.hash.slice(1) : '';
    if (link === '') return;
    navigate('/', { replace: true });
    mutate({ link });
  }, [path, navigate, mutate]);
  return signIn;
}
