import type { ReactNode } from 'react'

/** A control in each of its states. */
export interface Entry {
  /** The file that it is in, from the repository's root: a test sees that none is forgotten. */
  readonly file: string
  /** By a word or two; an address of its own each where the state covers the page. */
  readonly states: Readonly<Record<string, () => ReactNode>>
  /** A dialog: one state at a time. */
  readonly isModal?: boolean
}

export const longText =
  'A name that is much longer than anybody thought when they drew this, of the Harbour Street Park & Wash behind the old customs house'

/** `PasswordInput` of `src-renderer/controls/PasswordInput.tsx`. */
export function nameOf({ file }: Entry): string {
  return file.replace(/^.*\//, '').replace(/\.tsx$/, '')
}
