import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { StoreTrouble } from '../../src-shared/api/fields.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'

/** Since when nothing could be saved, ms of business time, and why. */
const TroubleNote = v.object({ why: StoreTrouble, since: v.number() })
export type TroubleNote = v.InferOutput<typeof TroubleNote>

/**
 * What the store itself could not write down, beside it, for the next start. A disk in trouble may not take this either:
 * then the log on standard error is all there is.
 */
export class TroubleNoteFile {
  readonly #file: string

  constructor(dataDir: string) {
    this.#file = join(dataDir, 'not-saved.json')
  }

  keep(note: TroubleNote): void {
    try {
      writeFileSync(this.#file, `${JSON.stringify(note)}\n`, { mode: 0o600 })
    } catch {
      // See above.
    }
  }

  /** @returns undefined when there is none, or only a part of one */
  read(): TroubleNote | undefined {
    try {
      return parseJson(TroubleNote, readFileSync(this.#file, 'utf8'))
    } catch {
      return undefined
    }
  }

  forget(): void {
    rmSync(this.#file, { force: true })
  }
}
