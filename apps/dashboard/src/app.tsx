/** Shows the pages to signed-in users and the sign-in page to everyone else. */
import { QueryCache, QueryClient, QueryClientProvider, MutationCache } from '@tanstack/react-query';
import { ApiError } from './api/client.ts';
import { isSignedOut, SESSION, useSession } from './api/session.ts';
import { LoadFailure } from './components/loading.tsx';
import { Toasts } from './components/toasts.tsx';
import { Shell } from './layout/shell.tsx';
import { SignInPage } from './pages/sign-in/sign-in-page.tsx';
import { Pages } from './pages/pages.tsx';

const onError = (error: unknown): void => {
  if (isSignedOut(error)) client.setQueryData(SESSION, false);
};

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // A 4xx response would be the same again; network and server errors are worth a retry.
      retry: (failures, error) => !(error instanceof ApiError && error.status < 500) && failures < 2,
      staleTime: 1000,
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Toasts>
        <Gate />
      </Toasts>
    </QueryClientProvider>
  );
}

function Gate() {
  const session = useSession();
  const { data: signedIn } = session;
  // While the API is unreachable the session is unknown, so the sign-in page is not shown.
  if (signedIn === undefined)
    return session.error && <LoadFailure error={session.error} onRetry={() => void session.refetch()} />;
  if (!signedIn) return <SignInPage />;
  return (
    <Shell>
      <Pages />
    </Shell>
  );
}
