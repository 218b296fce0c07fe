import { ServerClock } from '../../../src-shared/ui/ServerClock.tsx'
import { ServerTimeProvider } from '../../../src-shared/ui/ServerTimeProvider.tsx'
import type { ServerTimeState } from '../../../src-shared/ui/server-time-store.ts'
import type { Entry } from '../entry.ts'
import { stillTime } from '../still-time.ts'

const clock = (changed: Partial<ServerTimeState>, compact = false) => (
  <ServerTimeProvider store={stillTime(changed)}>
    <ServerClock compact={compact} />
  </ServerTimeProvider>
)

export const sharedEntries: readonly Entry[] = [
  {
    file: 'src-shared/ui/ServerClock.tsx',
    states: {
      live: () => clock({}),
      'live, in a header': () => clock({}, true),
      'not yet known': () => clock({ mode: 'init', serverTime: null, timeData: null, uncertaintyMs: null }),
      checking: () => clock({ mode: 'doubt' }),
      'running on': () => clock({ mode: 'holdover', isConnected: false, uncertaintyMs: 40 }),
      offline: () =>
        clock({
          mode: 'offline',
          isConnected: false,
          syncLost: true,
          uncertaintyMs: 2400,
          deviceTime: Date.parse('2025-12-05T07:15:22Z'),
        }),
    },
  },
]
