import * as v from 'valibot'

/** Which releases are taken: those that are meant for everybody, or those before them, too. */
export const UpdateChannel = v.picklist(['stable', 'beta'])

/** What somebody has chosen about updates of this computer's Kerbside. */
export const UpdatePreferences = v.strictObject({
  /** Whether it looks for them by itself. */
  check: v.boolean(),
  channel: UpdateChannel,
})
export type UpdatePreferences = v.InferOutput<typeof UpdatePreferences>

/** Why Kerbside does not update itself here. */
export type NoUpdates =
  /** Nobody has said where updates come from. */
  | 'no_feed'
  /** What was said is no address to take them from. */
  | 'feed_refused'
  /** The system's package manager brings them. */
  | 'package_manager'
  /** It may not write to where it was installed. */
  | 'read_only'
  /** It is not an installation at all. */
  | 'not_installed'
  /** On Windows: nobody has signed it, so that no update of it could be known to be from the same maker. */
  | 'unsigned'

/** Why an update could not be had. */
export type UpdateFailure =
  /** The address did not answer, or not with a release. */
  | 'unreachable'
  /** What came is not what was announced, or not signed by the same maker. */
  | 'damaged'

/** How far an update is. */
export type UpdateState =
  | { readonly is: 'none'; readonly why: NoUpdates }
  /** Nothing newer is known. */
  | { readonly is: 'current'; readonly looked: boolean }
  | { readonly is: 'looking' }
  | { readonly is: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly is: 'ready'; readonly version: string; readonly notes: string }
  | { readonly is: 'failed'; readonly why: UpdateFailure }

/** What the console shows about updates. */
export interface UpdateView {
  readonly state: UpdateState
  readonly preferences: UpdatePreferences
  /** Whether the preferences were written by a newer Kerbside: then they are kept as they are, and nothing is looked for. */
  readonly ofNewer: boolean
  /** The version that runs since the last update and what is new in it, until somebody has read it. Notes may be empty. */
  readonly news: { readonly version: string; readonly notes: string } | null
}

/** What became of the wish to restart and update. */
export type InstallAnswer = 'restarting' | 'nothing_ready' | 'shift_open' | 'not_admin'
