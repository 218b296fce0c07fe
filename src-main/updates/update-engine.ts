import type { UpdateFailure, UpdatePreferences } from '../../src-shared/desktop/updates.ts'

/** What an engine tells. */
export type EngineEvent =
  | { readonly is: 'current' }
  | { readonly is: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly is: 'ready'; readonly version: string; readonly notes: string }
  | { readonly is: 'failed'; readonly why: UpdateFailure }

/** What finds, fetches, checks and installs versions. */
export interface UpdateEngine {
  /** Looks for a newer version and fetches it; what becomes of it is told. Never throws. */
  look(channel: UpdatePreferences['channel'], tell: (event: EngineEvent) => void): Promise<void>
  /** Whether it can install without starting the new version at once. */
  readonly canInstallQuietly: boolean
  /**
   * Installs what is ready, as the last thing that happens, and ends the program.
   * @param restart whether the new version is to be started
   */
  install(restart: boolean): void
}
