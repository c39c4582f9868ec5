/**
 * The ESLint configuration of every package:
 *
 *   import { sendoff } from '@sendoff/tooling/eslint';
 *   export default sendoff('packages/mail', import.meta.dirname);
 */
import eslint from '@eslint/js';
import security from 'eslint-plugin-security';
import tseslint from 'typescript-eslint';
import { boundariesOf, TEST_FILES } from './boundaries.js';

/** The rules for the package in `folder` (relative to the root), whose files are in `directory`. */
export function sendoff(folder, directory) {
  return tseslint.config(
    { ignores: ['dist/', 'src/generated/', 'node_modules/', '.turbo/', '.test-results/', '*.config.js'] },
    eslint.configs.recommended,
    tseslint.configs.strictTypeChecked,
    tseslint.configs.stylisticTypeChecked,
    security.configs.recommended,
    {
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: directory } },
      linterOptions: { reportUnusedDisableDirectives: 'error' },
      rules: {
        '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
        // Modules imported only for their types must not be loaded at runtime.
        '@typescript-eslint/no-import-type-side-effects': 'error',
        '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        '@typescript-eslint/no-unused-vars': [
          'error',
          { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
        ],
        '@typescript-eslint/switch-exhaustiveness-check': 'error',
        // Keys and file names come from our own tables and directories, never from a request; these rules would report every
        // lookup.
        'security/detect-object-injection': 'off',
        'security/detect-non-literal-fs-filename': 'off',
        'no-restricted-properties': [
          'error',
          { object: 'process', property: 'env', message: 'Only @sendoff/config reads the environment.' },
        ],
        'no-console': 'error',
      },
    },
    {
      // Scripts that run before the build: presets and generators.
      files: ['**/*.js'],
      rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
      extends: [tseslint.configs.disableTypeChecked],
      languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
    },
    { files: TEST_FILES, rules: { 'no-restricted-properties': 'off' } },
    boundariesOf(folder),
  );
}
