/** The routes. Pages other than the first are loaded on demand. */
import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { Loading } from '../components/loading.tsx';
import { EmailsPage } from './emails/emails-page.tsx';
import { OverviewPage } from './overview/overview-page.tsx';

const EmailPage = lazy(() => import('./email/email-page.tsx').then(({ EmailPage: page }) => ({ default: page })));
const ComposePage = lazy(() => import('./compose/compose-page.tsx').then(({ ComposePage: page }) => ({ default: page })));
const ApiKeysPage = lazy(() => import('./api-keys/api-keys-page.tsx').then(({ ApiKeysPage: page }) => ({ default: page })));
const SuppressionsPage = lazy(() =>
  import('./suppressions/suppressions-page.tsx').then(({ SuppressionsPage: page }) => ({ default: page })),
);
const WebhooksPage = lazy(() => import('./webhooks/webhooks-page.tsx').then(({ WebhooksPage: page }) => ({ default: page })));
const WebhookPage = lazy(() => import('./webhooks/webhook-page.tsx').then(({ WebhookPage: page }) => ({ default: page })));
const QueuePage = lazy(() => import('./queue/queue-page.tsx').then(({ QueuePage: page }) => ({ default: page })));

/** The page for the current URL. */
export function Pages() {
  const [path] = useLocation();
  useFocusOnArrival(path);
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={OverviewPage} />
          <Route path="/dashboard/emails" component={EmailsPage} />
          <Route path="/dashboard/emails/:id">{({ id }) => <EmailPage key={id} id={id} />}</Route>
          <Route path="/dashboard/compose" component={ComposePage} />
          <Route path="/dashboard/webhooks" component={WebhooksPage} />
          <Route path="/dashboard/webhooks/:id">{({ id }) => <WebhookPage key={id} id={id} />}</Route>
          <Route path="/dashboard/suppressions" component={SuppressionsPage} />
          <Route path="/dashboard/api-keys" component={ApiKeysPage} />
          <Route path="/dashboard/queue" component={QueuePage} />
          <Route>
            <Redirect to="/" replace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

/** Moves the focus to the new page, since the element that had it may be gone and the focus would return to the top. */
function useFocusOnArrival(path: string): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus();
  }, [path]);
}
