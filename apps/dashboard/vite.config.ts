/** How the dashboard is built, and served while it is worked on. */
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { compressFiles } from './build/compress-files.ts';

/** The root of the repository, where `.env` is. */
const ROOT = resolve(import.meta.dirname, '../..');

export default defineConfig(({ command, mode }) => {
  const { PORT = '3000' } = loadEnv(mode, ROOT, ['PORT']);
  const api = `http://127.0.0.1:${PORT}`;
  return {
    // While it is worked on, the page is at the root of Vite's own server.
    base: command === 'build' ? '/dashboard/' : '/',
    plugins: [react(), tailwindcss(), compressFiles()],
    build: {
      target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      // Nothing but files: the policy of the page allows no script or style in another form.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    server: {
      // The same host as the API's, so that the cookie of one is the cookie of the other.
      host: '127.0.0.1',
      port: 5173,
      proxy: Object.fromEntries(
        [
          '^/dashboard/api/',
          '/emails',
          '/api-keys',
          '/attachments',
          '/webhooks',
          '/suppressions',
          '/docs',
          '/openapi.json',
          '/healthz',
          '/readyz',
        ].map(
          // The API compares the origin of a write with the host that it was asked for.
          (path) => [path, { target: api, changeOrigin: false }],
        ),
      ),
    },
  };
});
