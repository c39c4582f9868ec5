/** src/html-text/make-text.ts for a program that runs from the sources: threads do not inherit what loads TypeScript. */
import { register } from 'tsx/esm/api';

register();
const { default: makeText } = await import('../src/html-text/make-text.ts');

export default makeText;
