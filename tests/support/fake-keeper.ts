import type { PassphraseKeeper } from '../../src-server/index.ts'

/** A keyring as a test wants it: open, locked, never answering, or none at all. */
export class FakeKeeper implements PassphraseKeeper {
  state: 'open' | 'locked' | 'silent' | 'absent' = 'open'
  kept: string | undefined
  /** How often it was asked for the passphrase. */
  reads = 0
  /** How often it was given one. */
  keeps = 0
  readonly #waiting: (() => void)[] = []

  place(): 'keyring' | 'no_keyring' {
    return this.state === 'absent' ? 'no_keyring' : 'keyring'
  }

  has(): boolean {
    return this.kept !== undefined
  }

  async keep(passphrase: string, signal: AbortSignal): Promise<void> {
    this.keeps += 1
    await this.#answer()
    signal.throwIfAborted()
    this.kept = passphrase
  }

  async read(): Promise<string> {
    this.reads += 1
    await this.#answer()
    if (this.kept === undefined) throw new Error('there is none')
    return this.kept
  }

  async forget(): Promise<void> {
    this.kept = undefined
  }

  /** Whoever waits for a silent keyring gets an answer, late. */
  answerLate(): void {
    for (const answer of this.#waiting.splice(0)) answer()
  }

  async #answer(): Promise<void> {
    if (this.state === 'locked') throw new Error('the keyring is locked')
    if (this.state === 'silent') await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}
