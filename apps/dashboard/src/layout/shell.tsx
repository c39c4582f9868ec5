/** The frame around every page. */
import { useState, type ReactNode } from 'react';
import { LiveContext, useLive } from '../live/use-live.ts';
import { strings } from '../strings.ts';
import { LostNotice } from './lost-notice.tsx';
import { Navigation } from './navigation.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The navigation beside the page, or above it on narrow screens. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const live = useLive();
  const [listOpen, setListOpen] = useState(false);
  useShortcuts(() => setListOpen(true));
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[13.5rem_1fr]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:m-2 focus:rounded-md focus:bg-surface focus:p-2"
      >
        {strings.skipToContent}
      </a>
      <Navigation live={live} onShortcuts={() => setListOpen(true)} />
      <main id="content" tabIndex={-1} className="min-w-0 p-4 outline-none md:p-6">
        <div className="mx-auto max-w-6xl">
          <LostNotice status={live} />
          <div data-stale={live.kind === 'lost' ? '' : undefined}>
            <LiveContext value={live}>{children}</LiveContext>
          </div>
        </div>
      </main>
      <ShortcutList open={listOpen} onClose={() => setListOpen(false)} />
    </div>
  );
}
