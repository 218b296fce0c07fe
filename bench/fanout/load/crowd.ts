import { LoadClient, type ClientListener } from './load-client.ts'
import type { Target } from './orders.ts'

/** Handshakes under way at once: fewer than any server's backlog. */
const AT_ONCE = 128
/** A handshake that takes longer than this, in ms, has failed. */
const PATIENCE = 30_000

/**
 * Opens clients, some at a time, until each has heard its first tick.
 * @returns how many did not come about
 */
export function openCrowd(
  target: Target,
  indices: readonly number[],
  listener: ClientListener,
  keep: (client: LoadClient) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const waiting = new Set<LoadClient>()
    let next = 0
    let failed = 0
    const patience = setTimeout(() => {
      failed += waiting.size + indices.length - next
      resolve(failed)
    }, PATIENCE)

    function openMore(): void {
      while (waiting.size < AT_ONCE && next < indices.length) {
        waiting.add(new LoadClient(target, indices[next] ?? 0, first))
        next += 1
      }
      if (waiting.size > 0 || next < indices.length) return
      clearTimeout(patience)
      resolve(failed)
    }
    const first: ClientListener = {
      onTick(client) {
        if (waiting.delete(client)) {
          keep(client)
          openMore()
        }
        listener.onTick(client)
      },
      onReply: (client) => listener.onReply(client),
      onEnd(client) {
        if (waiting.delete(client)) {
          failed += 1
          openMore()
        } else listener.onEnd(client)
      },
    }
    openMore()
  })
}
