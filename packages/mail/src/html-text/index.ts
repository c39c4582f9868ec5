/** The plain text of html, made in threads. Loads nothing that reads html. */
export { openTextMaker, type MadeText, type TextMaker, type TextMakerOptions, type TextRequest } from './open-text-maker.ts';
