import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mockApi } from './dev/mock-api.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The output mirrors the addresses: index.html answers for every page under /app, and all it loads lies under /app too.
// So one server, or a bucket behind a CDN, can serve dist/public as it is.
export default defineConfig({
  root: here('.'),
  plugins: [react(), tailwindcss(), mockApi()],
  resolve: { alias: { '@': here('./src') } },
  build: {
    outDir: here('../dist/public'),
    emptyOutDir: true,
    assetsDir: 'app/assets',
    // Nothing inlined: the Content-Security-Policy allows this origin's files and no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
  server: {
    port: 5173,
    proxy: process.env['MOCK_API'] ? {} : { '/api': 'http://127.0.0.1:8000' },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
