/** Light, dark, or as the system has it. */
import { useState } from 'react';
import { Field } from '@base-ui/react/field';
import { Choice } from '../components/field.tsx';
import { strings } from '../strings.ts';
import { chooseTheme, storedTheme, type Theme } from './theme.ts';

/** The choice. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const choose = (chosen: Theme): void => {
    setTheme(chosen);
    chooseTheme(chosen);
  };
  return (
    <Field.Root className="w-24 md:w-full">
      <Choice aria-label={strings.navigation.theme} value={theme} options={strings.navigation.themes} onChange={choose} />
    </Field.Root>
  );
}
