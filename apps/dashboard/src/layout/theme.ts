/** Light, dark, or as the system has it. */

/** The choices, in the order in which they are offered. */
export const THEMES = ['system', 'light', 'dark'] as const;
/** A choice. */
export type Theme = (typeof THEMES)[number];

const STORED_AS = 'sendoff-theme';

/** The choice that was made in this browser. */
export function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED_AS);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

/** Shows the page in this theme. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Shows the page in this theme from now on. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(STORED_AS, theme);
  applyTheme(theme);
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();

/** Calls `listener` whenever another theme is chosen on this page, until the function that it returns is called. */
export function onThemeChosen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
