/** A name that nobody else gives; crypto.randomUUID is missing where a page came without TLS. */
export function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
