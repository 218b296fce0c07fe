/** What the load generator is told, and what it answers; over the IPC channel, one answer to each order. */
export type Order =
  /** Opens so many more clients. */
  | { readonly do: 'connect'; readonly count: number; readonly pace?: Pace }
  /** Notes when ticks come, over so many whole seconds; answers `begun` on the way. */
  | { readonly do: 'measure'; readonly seconds: number; readonly reconnectsPerSecond?: number }
  /** So many further clients open, hear one tick and never read again. */
  | { readonly do: 'stall'; readonly count: number }

/** How a kiosk that goes by exchanges paces itself. */
export interface Pace {
  /** Seconds between ticks that it asks for; 0 for none. */
  readonly every: number
  readonly secondsBetweenExchanges: number
  /** Whether each tick is followed by an exchange; otherwise exchanges come at moments of their own. */
  readonly afterTicks: boolean
}

/** Where the clients go, and in which language. */
export interface Target {
  readonly port: number
  readonly path: string
  readonly dialect: 'websocket' | 'socket.io'
}

export interface Measurement {
  /** Milliseconds after the second boundary at which ticks came. */
  readonly late: { readonly p50: number; readonly p99: number; readonly max: number }
  /** From the first client's tick to the last one's, in ms; the median of the ticks. */
  readonly spread: number
  /** The share of client-seconds in which no tick came, 0 to 1. */
  readonly missed: number
  /** Clients whose connection ended meanwhile. */
  readonly lost: number
  /** Half a round trip plus what a clock ages between exchanges, in ms, p99; null without exchanges. */
  readonly uncertainty: number | null
  readonly reconnects: number
  readonly failedReconnects: number
}

export type Answer =
  | { readonly answer: 'connected'; readonly failed: number }
  | { readonly answer: 'begun' }
  | { readonly answer: 'measured'; readonly measurement: Measurement }
  | { readonly answer: 'stalled' }
