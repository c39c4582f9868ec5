/** The way back to a list. */
import { Link } from 'wouter';
import { Icon } from './icon.tsx';

/** Stands above the heading of one thing of the list. */
export function BackLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link href={href} className="inline-flex items-center gap-1 text-sm text-muted hover:text-ink">
      <Icon name="back" className="size-3.5!" />
      {children}
    </Link>
  );
}
