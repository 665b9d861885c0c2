import { csrfHeaders } from './csrf';

const BASE = (import.meta.env['VITE_API_BASE_URL'] ?? '').replace(/\/+$/, '');

export function apiUrl(path: string): string {
  return `${BASE}/api${path}`;
}

/** An error the server answered with (RFC 9457), or 0 when no answer came. */
export class ApiProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
  }
}

export const UNREACHABLE = 'The server does not answer. Check that it is running, then try again.';

/** The one clear sentence of a problem body; falls back on the status alone. */
export function problemMessage(status: number, body: string): string {
  try {
    const problem: unknown = JSON.parse(body);
    if (problem && typeof problem === 'object') {
      for (const field of ['detail', 'title'] as const) {
        const said = (problem as Record<string, unknown>)[field];
        if (typeof said === 'string' && said) return said;
      }
    }
  } catch {
    // Not JSON: a proxy answered. Its page is of no use to a reader.
  }
  return `The server answered with status ${status}.`;
}

function changes(init?: RequestInit): init is RequestInit & { headers?: Record<string, string> } {
  return init?.method !== undefined && init.method !== 'GET';
}

export async function request(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(apiUrl(path), changes(init) ? { ...init, headers: { ...init.headers, ...csrfHeaders() } } : init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem(0, UNREACHABLE);
  }
  if (!response.ok) throw new ApiProblem(response.status, problemMessage(response.status, await response.text()));
  return response;
}

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await request(path, { headers: { Accept: 'application/json' }, ...(signal && { signal }) });
  return (await response.json()) as T;
}

/** Sends JSON; the answer may be JSON too, or nothing. */
export function sendJson(path: string, body: object): Promise<Response> {
  return request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}
