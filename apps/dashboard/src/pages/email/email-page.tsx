/** The page of one email: its content, its history and its actions. */
import { ApiError } from '../../api/client.ts';
import type { Email } from '../../api/types.ts';
import { BackLink } from '../../components/back-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { shownStatusOf } from '../../components/shown-status.ts';
import { StaleNotice } from '../../components/query-view.tsx';
import { Badge } from '../../components/status-badge.tsx';
import { useDocumentTitle } from '../../layout/use-document-title.ts';
import { strings } from '../../strings.ts';
import { EmailActions } from './email-actions.tsx';
import { EmailContent } from './email-content.tsx';
import { EmailFacts } from './email-facts.tsx';
import { EmailNotes } from './email-notes.tsx';
import { RecipientTable } from './recipient-table.tsx';
import { TimelineList } from './timeline-list.tsx';
import { timelineOf } from './timeline.ts';
import { useEmail } from './use-email.ts';

const words = strings.email;

export function EmailPage({ id }: { readonly id: string }) {
  const { email: query, attempts, events, files } = useEmail(id);
  const { data: email, error } = query;
  useDocumentTitle(email === undefined ? words.one : titleOf(email));
  if (email === undefined) {
    if (error === null) return <Loading />;
    const missing = error instanceof ApiError && (error.status === 404 || error.status === 422);
    return missing ? (
      <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>
    ) : (
      <LoadFailure error={error} onRetry={() => void query.refetch()} />
    );
  }

  const shown = shownStatusOf(email);
  return (
    <article className="flex flex-col gap-4" data-stale={error === null ? undefined : ''}>
      <StaleNotice query={query} />
      <header>
        <BackLink href="/dashboard/emails">{words.back}</BackLink>
        <div className="mt-1 flex flex-wrap items-start justify-between gap-3">
          <div className="flex min-w-0 flex-wrap items-center gap-3">
            <h1 className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">{titleOf(email)}</h1>
            <span role="status">
              <Badge tone={shown.tone}>{shown.word}</Badge>
            </span>
          </div>
          <EmailActions email={email} />
        </div>
      </header>
      <EmailNotes email={email} />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <Panel title={words.timeline}>
          <TimelineList steps={timelineOf(events, attempts)} email={email} />
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={words.details}>
            <EmailFacts email={email} />
          </Panel>
          <Panel title={words.recipients}>
            <RecipientTable recipients={email.recipients} />
          </Panel>
        </div>
      </div>
      <Panel title={words.content}>
        <EmailContent email={email} files={files} />
      </Panel>
    </article>
  );
}

const titleOf = ({ subject }: Email): string => (subject === '' ? strings.emails.noSubject : subject);
