import type { ServerEvent } from '../events/event-bus.ts'

/** `alone`: there is nobody to tell. `away`: what others do is not heard just now, and read every so often instead. */
export type BusCondition = 'alone' | 'connected' | 'away'

export interface BusFigures {
  readonly told: number
  readonly heard: number
  /** How often something may have been missed, and everything was read again. */
  readonly gaps: number
}

/** How the servers of a site tell each other what they have made true. Events are hints: whoever needs to be right reads the store. */
export interface Bus {
  readonly condition: BusCondition
  readonly figures: BusFigures
  /** Tells the others; never waits and never throws. */
  tell(event: ServerEvent): void
  /** Called each second. */
  onSecond(): void
  close(): Promise<void>
}

/** The bus of a server that has its store for itself. */
export const aloneBus: Bus = {
  condition: 'alone',
  figures: { told: 0, heard: 0, gaps: 0 },
  tell: () => {},
  onSecond: () => {},
  close: async () => {},
}
