import type { Ms } from './basics.ts'

export interface HelpCallRow {
  readonly id: string
  /** The actor who called: a device, or an address where kiosks are open. */
  readonly caller: string
  /** What the tablet was called then. */
  readonly kioskName: string
  readonly calledAt: Ms
  /** When an attendant said that they were on their way; null while nobody has. */
  readonly takenAt: Ms | null
}

export interface HelpQueries {
  helpCall(id: string): Promise<HelpCallRow | undefined>
  /** The newest call of one kiosk. */
  lastHelpCall(caller: string): Promise<HelpCallRow | undefined>
  /** The calls that nobody has taken, longest first. */
  waitingHelpCalls(): Promise<readonly HelpCallRow[]>
}

export interface HelpWrites {
  insertHelpCall(call: HelpCallRow): Promise<void>
  /** Somebody called once more, from the same kiosk. */
  renewHelpCall(id: string, at: Ms): Promise<void>
  /** @param at since when somebody is on the way; null when nobody is any more */
  takeHelpCall(id: string, at: Ms | null): Promise<void>
  deleteHelpCall(id: string): Promise<void>
  /** Forgets calls that were taken at or before an instant; what happened is in the trail. */
  forgetHelpCalls(takenUntil: Ms): Promise<void>
}
