/** Functions of the programs that no package offers by name: what is measured is what runs, built. */
/* eslint-disable no-restricted-imports -- see above; built files, as the scripts of the root import them */
export { textFromHtml } from '../../../packages/mail/dist/html-text/text-from-html.js';
export { cutOutByteArrays } from '../../../apps/api/dist/plugins/cut-out-byte-arrays.js';
