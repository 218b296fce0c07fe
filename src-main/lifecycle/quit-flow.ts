/** How far the application is on its way out. */
export type QuitPhase = 'running' | 'asking' | 'stopping' | 'stopped'

/** What is to be done about a wish to quit. */
export type QuitStep = 'let-go' | 'wait' | 'ask' | 'stop'

/**
 * Decides about a wish to quit.
 * @param askFirst false for the system's own wish (a signal, the end of the session), which nobody may be there to confirm
 */
export function nextQuitStep(phase: QuitPhase, connectedKiosks: number, askFirst: boolean): QuitStep {
  if (phase === 'stopped') return 'let-go'
  if (phase === 'stopping') return 'wait'
  if (!askFirst) return 'stop'
  if (phase === 'asking') return 'wait'
  return connectedKiosks > 0 ? 'ask' : 'stop'
}

export interface QuitActions {
  connectedKiosks(): number
  /** Asks the person at the machine; true to quit. */
  confirm(connectedKiosks: number): Promise<boolean>
  /**
   * Stops the server; nothing is served afterwards.
   * @param byPerson false when the system ends the application
   */
  stop(byPerson: boolean): Promise<void>
  /** Ends the application. Called once, when all is stopped. */
  end(exitCode: number): void
}

export interface QuitFlow {
  /** Whether windows may really close. */
  readonly isQuitting: () => boolean
  /** Someone wishes to quit. True when the application may go now. */
  request(askFirst: boolean): boolean
}

/** One way out for everything that ends the application: the menu, the tray, a signal, the end of the session. */
export function createQuitFlow(actions: QuitActions): QuitFlow {
  let phase: QuitPhase = 'running'

  async function ask(connectedKiosks: number): Promise<void> {
    phase = 'asking'
    const confirmed = await actions.confirm(connectedKiosks).catch(() => false)
    // A signal may have begun the stop while the question stood.
    if (phase === 'asking') phase = 'running'
    if (confirmed && phase === 'running') await stop(true)
  }

  async function stop(byPerson: boolean): Promise<void> {
    phase = 'stopping'
    const exitCode = await actions.stop(byPerson).then(
      () => 0,
      () => 1,
    )
    phase = 'stopped'
    actions.end(exitCode)
  }

  function request(askFirst: boolean): boolean {
    const kiosks = actions.connectedKiosks()
    const step = nextQuitStep(phase, kiosks, askFirst)
    if (step === 'ask') void ask(kiosks)
    if (step === 'stop') void stop(askFirst)
    return step === 'let-go'
  }

  return { isQuitting: () => phase === 'stopping' || phase === 'stopped', request }
}
