import { TimeLink } from '../../src-shared/time/time-link.ts'
import type { Contender } from './contender.ts'

/** The client of this repository, whole: socket, bursts, bounds, estimate, doubt. */
export const kerbside: Contender = {
  name: 'Kerbside',
  start({ time, timers }, server, random) {
    const link = new TimeLink({ time, timers, random, openSocket: server.openSocket })
    link.start()
    return {
      claimMs() {
        const { mode, displayMs } = link.read()
        return mode === 'synced' || mode === 'holdover' ? displayMs : null
      },
      hasPassed(t) {
        const answer = link.compare(t)
        return answer === 'unknown' ? null : answer === 'before'
      },
      stop: () => link.stop(),
    }
  },
}
