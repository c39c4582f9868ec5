/** The bottom of the navigation: theme, documentation, shortcuts and signing out. */
import { useSignOut } from '../api/session.ts';
import { Button, buttonClasses } from '../components/button.tsx';
import { strings } from '../strings.ts';
import { ThemeChoice } from './theme-choice.tsx';

const words = strings.navigation;

export function Desk({ className, onShortcuts }: { readonly className: string; readonly onShortcuts: () => void }) {
  const signOut = useSignOut();
  return (
    <div className={`flex flex-col items-stretch gap-0.5 ${className}`}>
      <ThemeChoice />
      <a href="/docs" className={`${buttonClasses('quiet')} mt-1 justify-start! px-2.5!`}>
        {words.documentation}
      </a>
      <Button look="quiet" className="justify-start! px-2.5! max-md:hidden" onClick={onShortcuts}>
        {words.shortcuts}
      </Button>
      <Button look="quiet" className="justify-start! px-2.5!" onClick={() => signOut.mutate()}>
        {words.signOut}
      </Button>
    </div>
  );
}
