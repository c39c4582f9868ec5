/** Writes docs/performance.md from bench/measured.json and bench/docs/reasons.md. */
import { readFileSync } from 'node:fs';
import { generatedFile } from '@sendoff/tooling/generated-file';
import { readMeasured } from '../src/report/keep-measured.ts';
import { renderDocs } from '../src/report/render-docs.ts';

const reasons = readFileSync(new URL('reasons.md', import.meta.url), 'utf8');
generatedFile('docs/performance.md', renderDocs(readMeasured(), reasons), 'pnpm docs:write');
