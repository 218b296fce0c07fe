import { pairingCodeInFragment } from './pairing-code.ts'

/** Takes the pairing code out of the address that a QR opened: it is used once, and shown and kept nowhere. */
export function takePairingCode(page: Pick<Window, 'location' | 'history'>): string | undefined {
  const { hash, pathname, search } = page.location
  if (!hash.startsWith('#pair=')) return undefined
  page.history.replaceState(null, '', pathname + search)
  return pairingCodeInFragment(hash)
}
