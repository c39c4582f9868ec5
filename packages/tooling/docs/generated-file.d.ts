export function generatedFile(path: string, content: string, command: string): void;
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string;
