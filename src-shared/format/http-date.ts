/** An instant as HTTP writes it (RFC 9110, IMF-fixdate). @param epochMs milliseconds since the Unix epoch */
export function formatHttpDate(epochMs: number): string {
  return new Date(epochMs).toUTCString()
}
