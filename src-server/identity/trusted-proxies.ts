import { BlockList, isIP } from 'node:net'

/** Without the interface that a link-local address may name. */
function bare(address: string): string {
  return address.replace(/%.*$/, '')
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An address such as `192.168.1.4`, or a network such as `10.1.2.0/24`; one of all addresses would be trust in anybody. */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || address.includes('%') || more.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 6 ? 128 : 32)
}

/** The addresses of the proxies in front of the server, and of nobody else. */
export class TrustedProxies {
  readonly #list = new BlockList()
  readonly isEmpty: boolean

  /** @param places as `isAddressOrNetwork` has found them */
  constructor(places: readonly string[]) {
    this.isEmpty = places.length === 0
    for (const place of places) {
      const [address = '', bits] = place.split('/')
      if (bits === undefined) this.#list.addAddress(address, familyOf(address))
      else this.#list.addSubnet(address, Number(bits), familyOf(address))
    }
  }

  /** @param address as Node tells it; undefined for a socket that is gone */
  has(address: string | undefined): boolean {
    if (this.isEmpty || address === undefined) return false
    const plain = bare(address)
    return isIP(plain) !== 0 && this.#list.check(plain, familyOf(plain))
  }
}
