import { Asker } from './asker.ts'
import { byClaim, type Contender } from './contender.ts'

/** What many pages do: ask once when they load, and add the difference to the device's clock from then on. */
export const oneSample: Contender = {
  name: 'one sample',
  start(world, server) {
    let offset: number | null = null
    const askedAt = world.time.wallMs()
    new Asker(world, server).ask('load').then(
      (serverMs) => {
        const now = world.time.wallMs()
        offset = serverMs + (now - askedAt) / 2 - now
      },
      () => undefined,
    )
    return { ...byClaim(() => (offset === null ? null : world.time.wallMs() + offset)), stop: () => undefined }
  },
}
