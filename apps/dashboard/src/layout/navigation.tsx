/** Where one can go. */
import { Link, useRoute } from 'wouter';
import { useSignOut } from '../api/session.ts';
import { buttonClasses, Button } from '../components/button.tsx';
import type { LiveState } from '../live/use-live.ts';
import { strings } from '../strings.ts';
import { ThemeChoice } from './theme-choice.tsx';

const words = strings.navigation;

const PLACES = [
  { path: '/', pattern: '/', label: words.overview },
  { path: '/dashboard/emails', pattern: '/dashboard/emails/*?', label: words.emails },
  { path: '/dashboard/api-keys', pattern: '/dashboard/api-keys', label: words.apiKeys },
  { path: '/dashboard/queue', pattern: '/dashboard/queue', label: words.queue },
] as const;

/** The name, the places, and what belongs to no place. */
export function Navigation({ live, onShortcuts }: { readonly live: LiveState; readonly onShortcuts: () => void }) {
  const signOut = useSignOut();
  return (
    <header className="flex flex-wrap items-center gap-2 border-b border-line bg-surface p-3 md:sticky md:top-0 md:h-dvh md:flex-col md:flex-nowrap md:items-stretch md:border-r md:border-b-0">
      <div className="flex flex-1 items-center justify-between gap-2 px-2 md:mb-3 md:flex-none">
        <p className="text-base font-semibold tracking-tight">{strings.product}</p>
        <LiveMark state={live} />
      </div>
      <Link href="/dashboard/compose" className={`${buttonClasses('primary')} md:mb-2`}>
        {words.compose}
      </Link>
      <nav aria-label={words.label} className="order-last w-full md:order-none md:flex-1">
        <ul className="flex gap-1 overflow-x-auto md:flex-col">
          {PLACES.map((place) => (
            <Place key={place.path} {...place} />
          ))}
        </ul>
      </nav>
      <div className="flex items-center gap-1 md:flex-col md:items-stretch">
        <ThemeChoice />
        <a href="/docs" className={`${buttonClasses('quiet')} max-md:hidden md:justify-start`}>
          {words.documentation}
        </a>
        <Button look="quiet" className="max-md:hidden md:justify-start" onClick={onShortcuts}>
          {words.shortcuts}
        </Button>
        <Button look="quiet" className="md:justify-start" onClick={() => signOut.mutate()}>
          {words.signOut}
        </Button>
      </div>
    </header>
  );
}

function Place({ path, pattern, label }: { readonly path: string; readonly pattern: string; readonly label: string }) {
  const [here] = useRoute(pattern);
  return (
    <li>
      <Link
        href={path}
        aria-current={here ? 'page' : undefined}
        className={`block rounded-md px-2.5 py-1.5 font-medium whitespace-nowrap ${here ? 'bg-raised text-ink' : 'text-muted hover:bg-raised hover:text-ink'}`}
      >
        {label}
      </Link>
    </li>
  );
}

function LiveMark({ state }: { readonly state: LiveState }) {
  const [tone, text, hint] =
    state === 'live' ? ['tone-good', words.live, words.liveHint] : ['tone-warn', words.polling, words.pollingHint];
  return (
    <span title={hint} className={`${tone} inline-flex items-center gap-1.5 text-xs text-muted`}>
      <span aria-hidden className="toned-dot size-2 rounded-full" />
      {text}
    </span>
  );
}
