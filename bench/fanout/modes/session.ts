import type { Contender } from '../contenders.ts'
import { LoadGenerator } from '../load-generator.ts'
import { pause, type RunningServer } from '../running-server.ts'

/** A server is left alone for so long, in ms, before its clients come and before it is measured. */
const SETTLE = 2500

export interface Session {
  readonly server: RunningServer
  readonly load: LoadGenerator
  /** Lets the server come to rest. */
  settle(): Promise<void>
}

/** A server started for one measurement, with a load generator of its own; both are gone afterwards. */
export async function withServer<T>(contender: Contender, measure: (session: Session) => Promise<T>): Promise<T> {
  const server = await contender.start()
  const load = new LoadGenerator(server.target)
  const settle = () => pause(SETTLE)
  try {
    await settle()
    return await measure({ server, load, settle })
  } finally {
    load.stop()
    await server.stop()
  }
}
