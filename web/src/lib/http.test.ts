import { afterEach, expect, test, vi } from 'vitest';
import { rememberCsrfToken } from './csrf';
import { request } from './http';

afterEach(() => {
  vi.unstubAllGlobals();
  rememberCsrfToken(null);
});

test.each([
  { name: 'a change', init: { method: 'DELETE' }, token: 'abc', sent: 'abc' },
  { name: 'a change with headers', init: { method: 'POST', headers: { Accept: 'a/b' } }, token: 'abc', sent: 'abc' },
  { name: 'a change where nobody signs in', init: { method: 'POST' }, token: null, sent: null },
  { name: 'reading', init: {}, token: 'abc', sent: null },
  { name: 'reading, said so', init: { method: 'GET' }, token: 'abc', sent: null },
])('the session token goes with changes alone: $name', async ({ init, token, sent }) => {
  const calls: Headers[] = [];
  vi.stubGlobal('fetch', (_url: string, options: RequestInit) => {
    calls.push(new Headers(options.headers));
    return Promise.resolve(new Response('{}'));
  });
  rememberCsrfToken(token);
  await request('/documents', init as RequestInit);
  expect(calls.map((headers) => headers.get('X-CSRF-Token'))).toEqual([sent]);
});
