/** Crockford's base 32, as the console writes its codes: no I, L, O or U, which are misread. */
export const pairingAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const PAIRING_CODE_LENGTH = 8

const misread: Record<string, string> = { I: '1', L: '1', O: '0' }

/** What a person typed or a QR said, as a code: upper case, spaces and dashes dropped, misread letters mended. */
export function readPairingCode(text: string): string {
  return [...text.toUpperCase()]
    .map((character) => misread[character] ?? character)
    .filter((character) => pairingAlphabet.includes(character))
    .join('')
    .slice(0, PAIRING_CODE_LENGTH)
}

/** The code in an address's fragment, as the console's QR carries it (`#pair=CODE`); undefined when there is none. */
export function pairingCodeInFragment(fragment: string): string | undefined {
  const match = /^#pair=([^&]{1,32})$/.exec(fragment)
  const code = match?.[1] === undefined ? '' : readPairingCode(match[1])
  return code.length === PAIRING_CODE_LENGTH ? code : undefined
}
