import type { DraftFile } from './draft.ts';

/** Reads a selected file. */
export function readFile(file: File): Promise<DraftFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.addEventListener('load', () => {
      // A data URL (RFC 2397) has its base64 content after the comma.
      const [, content = ''] = (reader.result as string).split(',', 2);
      resolve({ filename: file.name, size: file.size, content });
    });
    reader.readAsDataURL(file);
  });
}
