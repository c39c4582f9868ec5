/**
 * uPlot formats numbers in the browser's language when it is imported and throws if that is not a valid language tag (BCP 47):
 * Chromium reports `en-US@posix` when `LANG` is `C`. So this module must be imported before uPlot.
 */
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en' });
}
