import { fileURLToPath } from 'node:url';
import { defineConfig } from '@hey-api/openapi-ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The types only: the client is lib/http.ts, forty lines that carry no runtime dependency.
export default defineConfig({
  input: process.env['OPENAPI'] ?? here('../server/openapi.json'),
  output: { path: here('./src/api'), entryFile: false },
  plugins: ['@hey-api/typescript'],
});
