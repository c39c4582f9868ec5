/** The theme selector: light, dark or system. */
import { useSyncExternalStore } from 'react';
import { Segments } from '../components/segments.tsx';
import { strings } from '../strings.ts';
import { chooseTheme, onThemeChosen, storedTheme } from './theme.ts';

export function ThemeChoice() {
  const theme = useSyncExternalStore(onThemeChosen, storedTheme);
  return (
    <Segments
      label={strings.navigation.theme}
      value={theme}
      options={strings.navigation.themes}
      onChange={chooseTheme}
      className="w-full [&_button]:px-1.5 [&_button]:text-xs"
    />
  );
}
