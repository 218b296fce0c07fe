import type { Timers } from '../../src-server/index.ts'
import type {
  InstallAnswer,
  NoUpdates,
  UpdatePreferences,
  UpdateState,
  UpdateView,
} from '../../src-shared/desktop/updates.ts'
import { log } from '../log.ts'
import type { EngineEvent, UpdateEngine } from './update-engine.ts'
import { onStart, readMemory, type UpdateMemory, writeMemory } from './update-memory.ts'

/** How often it looks by itself, ms. */
const LOOK_EVERY_MS = 6 * 60 * 60 * 1000

/** Newer versions of Kerbside: looks for them, has them ready, and installs one when nobody is in the middle of anything. */
export interface UpdateDesk {
  view(): UpdateView
  set(preferences: UpdatePreferences): Promise<UpdateView>
  check(): Promise<UpdateView>
  install(): Promise<InstallAnswer>
  read(): Promise<UpdateView>
  /** Looks now, if it is to look by itself, and again from time to time. */
  start(): void
  /**
   * Kerbside is about to end, and the server still runs: may what is ready be installed?
   * @param byPerson false when the system ends it, which may be about to go off
   */
  beforeQuit(byPerson: boolean): Promise<void>
  /** The server has stopped. @returns whether the engine ends the program */
  afterStop(): boolean
}

export interface UpdateDeskParts {
  readonly engine: UpdateEngine | NoUpdates
  /** Where preferences and news are kept. */
  readonly file: string
  /** The version that runs. */
  readonly version: string
  readonly timers: Timers
  /** Asks the server who is signed in at this window. */
  readonly isAdmin: () => Promise<boolean>
  /** Asks the server; a server that cannot say counts as one with an open shift. */
  readonly isShiftOpen: () => Promise<boolean>
  /** Ends Kerbside without asking anybody. */
  readonly quit: () => void
  readonly onChange: (view: UpdateView) => void
}

/** What happens when the server has stopped. */
type Plan = 'end' | 'install' | 'restart'

export function createUpdateDesk(parts: UpdateDeskParts): UpdateDesk {
  const { engine, file, version, timers, isAdmin, isShiftOpen, quit, onChange } = parts
  const { memory: kept, ofNewer } = readMemory(file)
  let memory = kept
  let state: UpdateState = typeof engine === 'string' ? { is: 'none', why: engine } : { is: 'current', looked: false }
  let plan: Plan = 'end'
  remember(onStart(memory, version))

  const view = (): UpdateView => ({ state, preferences: memory.preferences, ofNewer, news: memory.news })

  function remember(next: UpdateMemory): void {
    if (next === memory) return
    memory = next
    if (ofNewer) return
    try {
      writeMemory(file, next)
    } catch (error) {
      log(`what is known about updates could not be kept: ${String(error)}`)
    }
  }

  function become(next: UpdateState): void {
    state = next
    if (next.is === 'ready') remember({ ...memory, ready: { version: next.version, notes: next.notes } })
    onChange(view())
  }

  function heard(event: EngineEvent): void {
    become(event.is === 'current' ? { is: 'current', looked: true } : event)
  }

  /** What is ready stays so: another look would only fetch it again. */
  async function look(): Promise<void> {
    if (typeof engine === 'string' || state.is === 'looking' || state.is === 'downloading' || state.is === 'ready')
      return
    become({ is: 'looking' })
    await engine.look(memory.preferences.channel, heard)
  }

  async function onlyAdmin(): Promise<void> {
    if (!(await isAdmin())) throw new Error('updates: refused, only an admin may')
  }

  function lookAgain(): void {
    if (memory.preferences.check) void look()
    timers.after(LOOK_EVERY_MS, lookAgain)
  }

  return {
    view,
    async set(preferences) {
      await onlyAdmin()
      if (ofNewer) throw new Error('updates: refused, the settings were written by a newer Kerbside')
      remember({ ...memory, preferences })
      onChange(view())
      return view()
    },
    async check() {
      await onlyAdmin()
      await look()
      return view()
    },
    async install() {
      if (!(await isAdmin())) return 'not_admin'
      if (state.is !== 'ready') return 'nothing_ready'
      if (await isShiftOpen()) return 'shift_open'
      plan = 'restart'
      quit()
      return 'restarting'
    },
    async read() {
      remember({ ...memory, news: null })
      onChange(view())
      return view()
    },
    start() {
      if (typeof engine !== 'string') lookAgain()
    },
    async beforeQuit(byPerson) {
      if (plan === 'restart' || !byPerson || typeof engine === 'string') return
      if (state.is !== 'ready' || !engine.canInstallQuietly) return
      const isHeld = await isShiftOpen()
      if (isHeld) log(`version ${state.version} is not installed yet: a shift is open`)
      plan = isHeld ? 'end' : 'install'
    },
    afterStop() {
      if (plan === 'end' || typeof engine === 'string') return false
      engine.install(plan === 'restart')
      return true
    },
  }
}
