import type { LanAddress } from '../../src-shared/api/network-schemas.ts'

/** What `os.networkInterfaces` says, as far as it matters here. */
export type Interfaces = Readonly<
  Record<
    string,
    readonly { readonly family: string; readonly internal: boolean; readonly address: string }[] | undefined
  >
>

/** The addresses on networks; IPv4 only, because people type them. */
export function lanAddresses(interfaces: Interfaces): readonly LanAddress[] {
  return Object.entries(interfaces).flatMap(([name, list]) =>
    (list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ interface: name, address })),
  )
}

/**
 * The addresses with the chosen one first. Where a router has given the chosen card another address since, that card's
 * comes first all the same; without the card, they stay in the system's order.
 */
export function withChosenFirst(all: readonly LanAddress[], chosen: LanAddress | null): readonly LanAddress[] {
  const first =
    all.find(({ address }) => address === chosen?.address) ?? all.find((one) => one.interface === chosen?.interface)
  return first === undefined ? all : [first, ...all.filter((one) => one !== first)]
}
