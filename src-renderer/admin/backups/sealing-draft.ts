import { SHORTEST_PASSPHRASE, type BackupList, type PassphrasePlace } from '../../../src-shared/api/backup-schemas.ts'

/** What somebody is about to say of the copies in the second folder. */
export interface SealingDraft {
  readonly isOn: boolean
  /** Whether a new passphrase is typed in place of the one that is kept. */
  readonly isTyping: boolean
  readonly typed: string
  readonly again: string
}

export function sealingDraft(isOn: boolean): SealingDraft {
  return { isOn, isTyping: false, typed: '', again: '' }
}

export function canKeep(place: PassphrasePlace): place is 'keyring' | 'file' {
  return place === 'keyring' || place === 'file'
}

/** Whether the passphrase has to be typed before this can be saved. */
export function asksForPassphrase(
  { isOn, isTyping }: SealingDraft,
  { place, kept }: BackupList['passphrase'],
): boolean {
  return isOn && place === 'keyring' && (isTyping || !kept)
}

/** Whether it can be saved as it is. */
export function isComplete(draft: SealingDraft, passphrase: BackupList['passphrase']): boolean {
  if (!asksForPassphrase(draft, passphrase)) return true
  return draft.typed.length >= SHORTEST_PASSPHRASE && draft.typed === draft.again
}
