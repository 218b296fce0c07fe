/** A number plate as it is compared and stored: letters and digits only, upper case. `kl-07 bx 1234` → `KL07BX1234`. */
export function normalisePlate(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether a person can have meant a plate: 2 to 12 letters and digits once spaces and dashes are gone. */
export function isPlate(text: string): boolean {
  const length = [...normalisePlate(text)].length
  return length >= 2 && length <= 12 && /^[\p{L}\p{N} .-]+$/u.test(text)
}

/** Enough to compare with the car at hand, and not enough to learn whose it is: the last four, `••••••1234`. */
export function maskedPlate(plate: string): string {
  const characters = [...plate]
  const shown = Math.min(4, Math.floor(characters.length / 2))
  return characters.map((character, index) => (index < characters.length - shown ? '•' : character)).join('')
}
