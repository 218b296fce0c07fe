/** Digits, and a plus at the front: what is sent. */
export function normalisePhone(text: string): string {
  const digits = text.replace(/\D/g, '')
  return text.trimStart().startsWith('+') && digits !== '' ? `+${digits}` : digits
}

/** Whether a number is left out, or long enough to be one: 6 to 15 digits, as E.164 has at most. */
export function isPhoneOrNone(text: string): boolean {
  const digits = normalisePhone(text).replace('+', '')
  return digits.length === 0 || (digits.length >= 6 && digits.length <= 15)
}
