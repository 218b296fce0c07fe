import { platform } from 'node:os'

const ADDRESSES = platform() === 'linux' ? 100 : 1

/** Where a client comes from: a hundred addresses, as from a LAN, so that no one address runs out of ports. */
export function sourceAddress(index: number): string {
  return `127.0.0.${1 + (index % ADDRESSES)}`
}
