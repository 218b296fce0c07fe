/** What a channel tells of itself. */
export interface ChannelEvents {
  /** From now on what is said is heard by all, by this server too; said again after each loss. */
  opened(): void
  received(text: string): void
  /** It is away, and tries to come back by itself. @param why in the system's words */
  lost(why: string): void
}

/** A way to say something to all servers of a site. It may lose, repeat, delay and mix up whatever it carries. */
export interface Channel {
  /** Says it to whoever listens now, or to nobody; never waits and never throws. */
  send(text: string): void
  close(): Promise<void>
}

export type OpenChannel = (events: ChannelEvents) => Channel
