/** The sender, recipients and times of an email. */
import type { ReactNode } from 'react';
import type { Email } from '../../api/types.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Time } from '../../components/time.tsx';
import { exactTime, readTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';

const words = strings.email;

/** Fields that the email does not have are left out. */
export function EmailFacts({ email }: { readonly email: Email }) {
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5 px-4 py-3 [&>dd]:min-w-0 [&>dd]:wrap-anywhere [&>dt]:text-muted">
      <Fact name={words.from}>{email.from}</Fact>
      <Fact name={words.to}>{email.to.join(', ')}</Fact>
      {email.cc.length > 0 && <Fact name={words.cc}>{email.cc.join(', ')}</Fact>}
      {email.bcc.length > 0 && <Fact name={words.bcc}>{email.bcc.join(', ')}</Fact>}
      {email.reply_to.length > 0 && <Fact name={words.replyTo}>{email.reply_to.join(', ')}</Fact>}
      <Fact name={words.accepted}>
        {exactTime(readTime(email.created_at))} (<Time at={email.created_at} />)
      </Fact>
      {email.scheduled_at !== null && <Fact name={words.scheduledFor}>{exactTime(readTime(email.scheduled_at))}</Fact>}
      {email.tags.length > 0 && (
        <Fact name={words.tags}>
          <span className="flex flex-wrap gap-1">
            {email.tags.map(({ name, value }) => (
              <span key={`${name}:${value}`} className="rounded bg-raised px-1.5 py-0.5 font-mono text-xs">
                {name}:{value}
              </span>
            ))}
          </span>
        </Fact>
      )}
      <Fact name={words.messageId}>
        <span className="font-mono text-xs">{email.message_id}</span>
      </Fact>
      <Fact name={words.id}>
        <span className="flex items-center gap-0.5">
          <span className="min-w-0 font-mono text-xs tracking-tight">{email.id}</span>
          <CopyButton compact text={email.id} label={words.copyId} />
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
