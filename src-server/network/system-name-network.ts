import multicastDns from 'multicast-dns'
import type { Heard, NameNetwork, OpenNameNetwork } from './name-announcer.ts'

/**
 * Multicast DNS on the network of one address. Bound to every address: a socket that is bound to one of them hears no
 * multicast on Linux. The port is shared with the system's own responder.
 */
export const systemNameNetwork: OpenNameNetwork = (address, { heard, failed }): NameNetwork => {
  const network = multicastDns({ interface: address, bind: '0.0.0.0' })
  network.on('error', failed)
  // A malformed packet of somebody's, or a network that is gone for a moment: nothing to stop for.
  network.on('warning', () => {})
  network.on('query', ({ questions = [], authorities = [] }) => {
    const asked = questions.filter(({ type }) => type === 'A' || (type as string) === 'ANY').map(({ name }) => name)
    heard({ is: 'question', asked, told: addressesIn(authorities) })
  })
  network.on('response', ({ answers = [], additionals = [] }) => {
    heard({ is: 'answer', asked: [], told: addressesIn([...answers, ...additionals]) })
  })
  return {
    ask: ({ name, address: data }) => {
      const authorities = [{ name, type: 'A' as const, ttl: 120, data }]
      // `ANY` is a question that the library's types do not know.
      network.query({ questions: [{ name, type: 'ANY' as 'A' }], authorities })
    },
    tell: ({ name, address: data }, ttl) => network.respond([{ name, type: 'A', ttl, flush: true, data }]),
    close: () => network.destroy(),
  }
}

function addressesIn(
  records: readonly { readonly type: string; readonly name: string; readonly data?: unknown }[],
): Heard['told'] {
  return records.flatMap(({ type, name, data }) =>
    type === 'A' && typeof data === 'string' ? [{ name, address: data }] : [],
  )
}
