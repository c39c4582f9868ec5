/**
 * uPlot formats numbers in the language of the browser as soon as it is loaded, and throws where that is no language tag (BCP 47):
 * Chromium says `en-US@posix` where `LANG` is `C`. So this is imported before it.
 */
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en' });
}
