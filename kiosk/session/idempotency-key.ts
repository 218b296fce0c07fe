/** A fresh Idempotency-Key, 128 random bits in hex: whoever knows the key of a try could ask for its answer again. */
export function newIdempotencyKey(): string {
  // `randomUUID` is missing on plain http, which is how a tablet on the LAN opens this page.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
