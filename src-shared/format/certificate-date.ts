/** An instant as the library that writes certificates takes it. @param epochMs ms since the Unix epoch */
export function certificateDate(epochMs: number): Date {
  return new Date(epochMs)
}

/** An instant as Node reads it out of a certificate, such as `Jan  6 12:00:00 2027 GMT`, in ms since the Unix epoch. */
export function parseCertificateDate(text: string): number {
  return Date.parse(text)
}
