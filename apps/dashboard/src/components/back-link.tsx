/** A link back to the list. */
import { Link } from 'wouter';
import { Icon } from './icon.tsx';

/** Placed above the heading of a detail page. */
export function BackLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link href={href} className="inline-flex items-center gap-1 text-sm text-muted hover:text-ink">
      <Icon name="back" className="size-3.5!" />
      {children}
    </Link>
  );
}
