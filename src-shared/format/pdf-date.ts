/** A PDF library asks for a Date, for the day a document was made. @param epochMs milliseconds since the Unix epoch */
export function pdfDate(epochMs: number): Date {
  return new Date(epochMs)
}
