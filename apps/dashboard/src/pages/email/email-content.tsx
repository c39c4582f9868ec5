/** The content of an email: a tab for each representation. */
import { Tabs } from '@base-ui/react/tabs';
import type { Attachment, Email } from '../../api/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { strings } from '../../strings.ts';
import { FileList } from './file-list.tsx';
import { HeaderList } from './header-list.tsx';
import { HtmlPreview } from './html-preview.tsx';
import { MessageSource } from './message-source.tsx';
import { PlainText } from './plain-text.tsx';

const words = strings.email;

export function EmailContent({ email, files }: { readonly email: Email; readonly files: readonly Attachment[] }) {
  const { html, text } = email;
  const gone = email.content_expired;
  const tabs = [
    {
      name: 'preview',
      label: words.tabs.preview,
      content: html === null ? <Nothing text={gone ? words.expired : words.noHtml} /> : <HtmlPreview id={email.id} />,
    },
    {
      name: 'text',
      label: words.tabs.text,
      content: text === null ? <Nothing text={gone ? words.expired : words.noText} /> : <PlainText text={text} />,
    },
    { name: 'headers', label: words.tabs.headers, content: <HeaderList email={email} /> },
    {
      name: 'source',
      label: words.tabs.source,
      content: gone ? <Nothing text={words.expired} /> : <MessageSource id={email.id} files={files} />,
    },
    { name: 'files', label: words.tabs.files(files.length), content: <FileList files={files} /> },
  ];
  return (
    <Tabs.Root defaultValue={html === null && text !== null ? 'text' : 'preview'}>
      <Tabs.List className="flex gap-1 overflow-x-auto border-b border-line px-3 pt-1">
        {tabs.map(({ name, label }) => (
          <Tabs.Tab
            key={name}
            value={name}
            className="border-b-2 border-transparent px-2.5 py-2 text-sm whitespace-nowrap text-muted hover:text-ink data-active:border-accent data-active:font-medium data-active:text-ink"
          >
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, content }) => (
        <Tabs.Panel key={name} value={name} className="outline-offset-[-2px]">
          {content}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

const Nothing = ({ text }: { readonly text: string }) => <EmptyState title={text} />;
