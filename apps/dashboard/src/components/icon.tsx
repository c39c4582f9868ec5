/** Decorative icons beside a text; hidden from screen readers. */

/** SVG paths for a 24 by 24 view box. */
const PATHS = {
  overview: 'M4 20V11m5.3 9V4m5.4 16v-6M20 20V8',
  emails: 'M4 5.5h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Zm-.6 1.2L12 13l8.6-6.3',
  compose: 'M4 20h4L19.5 8.5a2.1 2.1 0 0 0-3-3L5 17v3Zm10.5-12.5 3 3',
  webhooks: 'M9 7H6a4 4 0 0 0 0 10h3m6-10h3a4 4 0 0 1 0 10h-3M8 12h8',
  suppressions: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM5.7 5.7l12.6 12.6',
  apiKeys: 'M15.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM11.8 12.2 3.5 20.5m3-3 2.5 2.5',
  queue: 'M4 6h16M4 12h16M4 18h10',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  copy: 'M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM5 15H4V4a1 1 0 0 1 1-1h11v2',
  done: 'M5 12.5 10 17.5 19.5 7',
  down: 'm6 9.5 6 6 6-6',
  back: 'M19 12H5m6-6-6 6 6 6',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** Scales with the font size of the surrounding text. */
export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`size-4.5 shrink-0 ${className}`}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
