import type { Role } from '../../src-shared/api/fields.ts'
import type { Ms } from './basics.ts'
import { StoreOpenError } from './store.ts'

/** What a store holds, in figures: enough to tell two copies of it apart, and to choose one of them. */
export interface StoreContents {
  /** How many migrations its schema has. */
  readonly schema: number
  /** Null where nobody has set the site up. */
  readonly siteName: string | null
  readonly isDemo: boolean
  readonly bookings: number
  readonly payments: number
  readonly tenders: number
  readonly receipts: number
  readonly cashMoves: number
  /** When the last booking was made. */
  readonly lastBookingAt: Ms | null
  /** The end of the audit trail. */
  readonly lastEvent: { readonly seq: number; readonly at: Ms; readonly hash: string } | null
  /** The highest stamp that a commit of it was given. */
  readonly lastStamp: Ms
}

/** What was found in a file that should be a store. */
export type StoreInspection =
  | { readonly is: 'whole'; readonly contents: StoreContents }
  /** It can be read, but what it says contradicts itself: its trail is broken, or its books say something else. */
  | { readonly is: 'contradictory'; readonly why: string; readonly contents: StoreContents }
  /** It cannot be read, or not all of it. `why` is for whoever has to choose. */
  | { readonly is: 'damaged'; readonly why: string }
  /** A sound file, but no store: nothing was ever written into it. */
  | { readonly is: 'empty' }
  /** Written by a newer Kerbside. */
  | { readonly is: 'newer'; readonly schema: number }

/** Why a store must not simply be opened. */
export type StoreDamage =
  /** The folder has been in use, and its store is not there. */
  | 'missing'
  /** The folder has been in use, and there is nothing in its store. */
  | 'empty'
  | 'damaged'
  /** The store was in use when the program or the machine ended, and the log with the last commits is gone. */
  | 'log_missing'
  /** It lacks commits that are known to have happened: an older copy lies in the store's place. */
  | 'older'
  /** Something else has written to the file since Kerbside closed it. */
  | 'changed'
  /** A newer Kerbside has written it: this one does not know what is in it. */
  | 'newer'

/** How far a copy is: pages of the store's file. */
export interface CopyProgress {
  readonly done: number
  readonly total: number
}

/** A store must not be opened as it lies there; the message says why. What is there was not touched. */
export class StoreDamagedError extends StoreOpenError {
  readonly damage: StoreDamage
  constructor(damage: StoreDamage, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreDamagedError'
    this.damage = damage
  }
}

/** Copies of a store, and what is in them. Nobody waits for it but whoever asks. */
export interface StoreCopies {
  /**
   * Copies the open store, as it is at one moment, into one file.
   * @throws Error when that is impossible; no file is left then
   */
  copyTo(target: string, onProgress: (progress: CopyProgress) => void): Promise<void>
  /** Looks a copy through. @throws Error when it cannot be read at all */
  inspect(file: string): Promise<StoreInspection>
  /** Looks the open store through. @throws Error when it cannot be read at all */
  inspectPresent(): Promise<StoreInspection>
}

/** Somebody who may sign in to a store that is not open. */
export interface StoreAccount {
  readonly id: string
  readonly username: string
  readonly role: Role
  readonly passwordHash: string
  readonly isActive: boolean
}
