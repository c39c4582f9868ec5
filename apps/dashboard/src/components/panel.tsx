/** A section of a page with a heading. */
import type { ReactNode } from 'react';
import { useDocumentTitle } from '../layout/use-document-title.ts';

export interface PanelProps {
  readonly title: string;
  /** Shown beside the heading. */
  readonly hint?: string;
  /** Shown at the end of the heading's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, hint, actions, children }: PanelProps) {
  return (
    <section className="min-w-0 rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5">
        <h2 className="text-sm font-semibold">{title}</h2>
        {hint !== undefined && <p className="text-xs text-muted">{hint}</p>}
        {actions !== undefined && <div className="ml-auto flex gap-2">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

/** The heading of a page with its actions. */
export function PageTitle({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  useDocumentTitle(title);
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {children}
    </div>
  );
}
