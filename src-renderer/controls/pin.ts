/** Whether the server would read it as a PIN: 4 to 8 digits. */
export function isPin(text: string): boolean {
  return /^\d{4,8}$/.test(text)
}
