/** Getting started, shown until the first email was sent. */
import { Link } from 'wouter';
import { buttonClasses } from '../../components/button.tsx';
import { CodeLine } from '../../components/code-line.tsx';
import { strings } from '../../strings.ts';

const words = strings.overview;

const EMAIL = { from: 'Acme <hello@acme.example>', to: 'you@example.com', subject: 'Hello from Sendoff', text: 'It works.' };

/** The curl command for the first email. */
export function FirstSteps() {
  const curl = [
    `curl -sS ${window.location.origin}/emails \\`,
    `  -H "Authorization: Bearer $SENDOFF_KEY" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(EMAIL)}'`,
  ].join('\n');
  return (
    <section className="rounded-lg border border-line bg-surface p-5">
      <h2 className="text-base font-semibold">{words.firstTitle}</h2>
      <p className="mb-3 text-muted">{words.firstLead}</p>
      <CodeLine text={curl} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Link href="/dashboard/compose" className={buttonClasses('primary')}>
          {words.firstCompose}
        </Link>
        <Link href="/dashboard/api-keys" className={buttonClasses()}>
          {words.firstKey}
        </Link>
      </div>
    </section>
  );
}
