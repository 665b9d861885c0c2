let token: string | null = null;

/** The session's token, told by GET /session: the server takes no change without it. It is kept in memory alone. */
export function rememberCsrfToken(next: string | null): void {
  token = next;
}

/** What to send with a request that changes something. */
export function csrfHeaders(): Record<string, string> {
  return token === null ? {} : { 'X-CSRF-Token': token };
}
