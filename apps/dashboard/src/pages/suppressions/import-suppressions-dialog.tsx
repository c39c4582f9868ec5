/** Imports suppressions from a CSV file. */
import { useId, useState, type SubmitEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { ApiError } from '../../api/client.ts';
import type { SuppressionImport } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { FILE_INPUT, Problem } from '../../components/field.tsx';
import { number } from '../../format/number.ts';
import { strings } from '../../strings.ts';
import type { SuppressionDialogProps } from './add-suppressions-dialog.tsx';

const words = strings.suppressions;

/** Uploads the file and shows the result. */
export function ImportSuppressionsDialog({ onChanged, onClose }: SuppressionDialogProps) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const load = useMutation({ mutationFn: upload, onSuccess: onChanged });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (file !== null) load.mutate(file);
  };
  if (load.data !== undefined) {
    return (
      <Dialog open onClose={onClose} title={words.importedTitle}>
        <ImportReport report={load.data} />
        <DialogActions>
          <Button look="primary" onClick={onClose}>
            {strings.close}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title={words.importTitle} description={words.importExplanation}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {words.file}
        </label>
        <input
          id={id}
          type="file"
          required
          accept=".csv,.txt,text/csv"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          className={FILE_INPUT}
        />
        <Problem error={load.error} />
        <DialogActions>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="submit" look="primary" disabled={load.isPending}>
            {words.import}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function ImportReport({ report: { added, existing, invalid, errors } }: { readonly report: SuppressionImport }) {
  return (
    <>
      <p role="status">{words.imported(number(added), number(existing), number(invalid))}</p>
      {errors.length > 0 && (
        <ul tabIndex={0} aria-label={words.badLines} className="max-h-60 overflow-auto rounded border border-line p-2 text-xs">
          {errors.map(({ line, message }) => (
            <li key={line}>{words.badLine(number(line), message)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Uploads the file itself, since reading a large file as text would take too much memory. */
async function upload(file: File): Promise<SuppressionImport> {
  const response = await fetch('/suppressions/import', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: file });
  const json = (await response.json()) as SuppressionImport & { readonly message: string };
  if (!response.ok) throw new ApiError(response.status, json.message);
  return json;
}
