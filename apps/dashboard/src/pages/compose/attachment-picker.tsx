/** Selects the attachments of a draft. */
import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { FILE_INPUT } from '../../components/field.tsx';
import { useToast } from '../../components/toasts.tsx';
import { fileSize } from '../../format/number.ts';
import { strings } from '../../strings.ts';
import type { DraftFile } from './draft.ts';
import { readFile } from './read-file.ts';

const words = strings.compose;

interface AttachmentPickerProps {
  readonly files: readonly DraftFile[];
  readonly onChange: (change: (files: readonly DraftFile[]) => readonly DraftFile[]) => void;
}

/** Adds the selected files to those already attached. */
export function AttachmentPicker({ files, onChange }: AttachmentPickerProps) {
  const id = useId();
  const toast = useToast();
  const add = async (input: HTMLInputElement): Promise<void> => {
    try {
      const added = await Promise.all([...(input.files ?? [])].map(readFile));
      onChange((before) => [...before, ...added]);
    } catch (error) {
      toast.bad(error as Error);
    }
    input.value = '';
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {words.files}
      </label>
      <input
        id={id}
        type="file"
        multiple
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => void add(target)}
        className={FILE_INPUT}
      />
      <p id={`${id}-hint`} className="text-xs text-muted">
        {words.filesHint}
      </p>
      <ul className="flex flex-col gap-1">
        {files.map((file, index) => (
          <li
            key={`${String(index)} ${file.filename}`}
            className="flex items-center gap-3 rounded-md border border-line px-3 py-1"
          >
            <span className="min-w-0 flex-1 truncate">{file.filename}</span>
            <span className="numbers text-xs text-muted">{fileSize(file.size)}</span>
            <Button
              look="quiet"
              aria-label={words.remove(file.filename)}
              onClick={() => onChange((before) => before.filter((_, other) => other !== index))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
