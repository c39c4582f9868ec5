/** Keyboard shortcuts. */
import { useEffect } from 'react';
import { useLocation } from 'wouter';

/** Pages by the key pressed after `g`. */
const PLACES: Readonly<Record<string, string>> = {
  o: '/',
  e: '/dashboard/emails',
  w: '/dashboard/webhooks',
  s: '/dashboard/suppressions',
  k: '/dashboard/api-keys',
  q: '/dashboard/queue',
};

/** Milliseconds within which the second key must follow. */
const PAIR_MS = 1200;

/** Elements that receive text, in which shortcuts are ignored. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

/** Listens to the keyboard while the component is mounted. */
export function useShortcuts(onHelp: () => void): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    let pairUntil = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('[data-shortcuts=off]') !== null
      )
        return;
      const place = event.timeStamp < pairUntil ? PLACES[event.key] : undefined;
      pairUntil = event.key === 'g' ? event.timeStamp + PAIR_MS : 0;
      if (place !== undefined) navigate(place);
      else if (event.key === 'c') navigate('/dashboard/compose');
      else if (event.key === '?') onHelp();
      else if (event.key === '/') find(navigate);
      else if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, onHelp]);
}

function find(navigate: (path: string) => void): void {
  const field = document.querySelector<HTMLElement>('[data-shortcut=find]');
  if (field === null) navigate('/dashboard/emails');
  else field.focus();
}

/** Moves the focus to the next or previous row of a list. */
function step(direction: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-shortcut=row]')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const next = here === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, here + direction));
  rows[next]?.focus();
}
