import type { ComponentProps } from 'react';

const LOOKS = {
  primary: 'bg-accent text-on-accent border-transparent hover:brightness-110 active:brightness-95',
  plain: 'bg-surface border-line text-ink hover:bg-raised',
  danger: 'bg-surface tone-bad toned-edge text-bad hover:bg-raised',
  quiet: 'border-transparent text-muted hover:bg-raised hover:text-ink',
} as const;

/** Visual variants of a button. */
export type ButtonLook = keyof typeof LOOKS;

/** The classes of a button, for links that look like one. */
export const buttonClasses = (look: ButtonLook = 'plain'): string =>
  `inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md border px-3 text-sm font-medium whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-55 ${LOOKS[look]}`;

export function Button({ look = 'plain', className = '', ...rest }: ComponentProps<'button'> & { readonly look?: ButtonLook }) {
  return <button type="button" className={`${buttonClasses(look)} ${className}`} {...rest} />;
}
