import { useId } from 'react';
import { Link, useRoute } from 'wouter';
import { buttonClasses } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import type { LiveStatus } from '../live/follow-now.ts';
import { strings } from '../strings.ts';
import { Desk } from './desk.tsx';

const words = strings.navigation;

const PLACES = [
  { path: '/', pattern: '/', name: 'overview' },
  { path: '/dashboard/emails', pattern: '/dashboard/emails/*?', name: 'emails' },
  { path: '/dashboard/webhooks', pattern: '/dashboard/webhooks/*?', name: 'webhooks' },
  { path: '/dashboard/suppressions', pattern: '/dashboard/suppressions', name: 'suppressions' },
  { path: '/dashboard/api-keys', pattern: '/dashboard/api-keys', name: 'apiKeys' },
  { path: '/dashboard/queue', pattern: '/dashboard/queue', name: 'queue' },
] as const;

/** The main navigation: a sidebar, or on narrow screens a top bar with a menu button. */
export function Navigation({ live, onShortcuts }: { readonly live: LiveStatus; readonly onShortcuts: () => void }) {
  const menu = useId();
  return (
    <header className="flex flex-wrap items-center gap-x-2 border-b border-line bg-surface px-3 pt-3 max-md:sticky max-md:top-0 max-md:z-5 md:sticky md:top-0 md:h-dvh md:flex-col md:flex-nowrap md:items-stretch md:border-r md:border-b-0 md:pb-3">
      <div className="flex flex-1 items-center justify-between gap-2 px-2 md:mb-3 md:flex-none">
        <p className="text-base font-semibold tracking-tight">{strings.product}</p>
        <LiveMark {...live} />
      </div>
      <Link href="/dashboard/compose" className={`${buttonClasses('primary')} md:mb-3`}>
        <Icon name="compose" className="size-4!" />
        {words.compose}
      </Link>
      <button type="button" popoverTarget={menu} aria-label={words.more} className={`${buttonClasses()} px-2! md:hidden`}>
        <Icon name="more" />
      </button>
      <nav aria-label={words.label} className="order-last -mx-3 w-[calc(100%+1.5rem)] md:order-none md:mx-0 md:w-full md:flex-1">
        <ul className="flex overflow-x-auto px-3 pt-2 [scrollbar-width:none] md:flex-col md:gap-0.5 md:p-0">
          {PLACES.map((place) => (
            <Place key={place.path} {...place} />
          ))}
        </ul>
      </nav>
      <Desk className="max-md:hidden" onShortcuts={onShortcuts} />
      <div
        id={menu}
        popover="auto"
        className="fixed inset-auto top-13 right-3 m-0 w-60 rounded-lg border border-line bg-surface p-2 text-ink shadow-xl md:hidden"
      >
        <Desk className="" onShortcuts={onShortcuts} />
      </div>
    </header>
  );
}

function Place({ path, pattern, name }: (typeof PLACES)[number]) {
  const [here] = useRoute(pattern);
  const colours = here
    ? 'text-ink max-md:border-accent md:bg-raised'
    : 'text-muted max-md:border-transparent hover:text-ink md:hover:bg-raised';
  return (
    <li>
      <Link
        href={path}
        aria-current={here ? 'page' : undefined}
        className={`flex items-center gap-2.5 px-2.5 py-1.5 font-medium whitespace-nowrap -outline-offset-2 max-md:border-b-2 max-md:pb-2 md:rounded-md ${colours}`}
      >
        <Icon name={name} className="max-md:hidden" />
        {words[name]}
      </Link>
    </li>
  );
}

const LIVE_MARKS = {
  live: ['tone-good', words.live, words.liveHint],
  polling: ['tone-warn', words.polling, words.pollingHint],
  lost: ['tone-bad', words.lost, words.lostHint],
} as const satisfies Record<LiveStatus['kind'], readonly string[]>;

function LiveMark({ kind }: Pick<LiveStatus, 'kind'>) {
  const [tone, text, hint] = LIVE_MARKS[kind];
  return (
    <span title={hint} className={`${tone} inline-flex items-center gap-1.5 text-xs text-muted`}>
      <span aria-hidden className="toned-dot size-2 rounded-full" />
      {text}
    </span>
  );
}
