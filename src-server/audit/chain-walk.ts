import type { AuditFault } from '../../src-shared/api/audit-schemas.ts'
import type { ChainedRow } from '../store/report-rows.ts'

/** Works out the hash of a line from the one before it; the store says how. */
export type LinkOf = (previous: string, row: ChainedRow) => string

/** So many lines after a broken one are looked at, and so many before it, to tell what was done. */
const WINDOW = 32
/** So many lines may have been taken out and those behind them renumbered, for it to be recognised. */
const MOST_TAKEN_OUT = 2000
/** After so many breaks a trail is past telling; the rest is only counted. */
const MOST_TOLD = 50

type Line = Pick<ChainedRow, 'seq' | 'hash'>
const beginning: Line = { seq: 0, hash: '' }

/**
 * Follows the chain from its first line and names what was done to it: a line changed, lines missing, put in between, or
 * moved. A line vouches for all before it, so each guess is tried: with the lines where they must have been, the hash
 * that was written down has to come out.
 */
export class ChainWalk {
  readonly #linkOf: LinkOf
  readonly #report: (fault: AuditFault) => void
  readonly #waiting: ChainedRow[] = []
  /** The lines before, newest last; the oldest is the beginning as long as that is near. */
  #before: Line[] = [beginning]
  /** What is to be added to a line's number to get the one it was written with. */
  #shift = 0
  /** The hash of the line before is not what it was, so the next line cannot be measured by it. */
  #isBlind = false
  #told = 0

  constructor(linkOf: LinkOf, report: (fault: AuditFault) => void) {
    this.#linkOf = linkOf
    this.#report = report
  }

  /** Takes the next line in. Lines are judged once enough is known of those behind them. */
  feed(row: ChainedRow): void {
    this.#waiting.push(row)
    while (this.#waiting.length > WINDOW) this.#step()
  }

  end(): void {
    while (this.#waiting.length > 0) this.#step()
  }

  #step(): void {
    const [row] = this.#waiting
    const last = this.#last
    if (row === undefined) return
    if (row.seq !== last.seq + 1) {
      this.#tell('lines_missing', last.seq + 1, row.seq - 1)
      this.#before = []
    } else if (row.hash !== this.#link(last.hash, row) && !this.#isBlind) {
      this.#tellBreak(row, this.#waiting.slice(1, WINDOW))
      return
    }
    this.#isBlind = false
    this.#pass(1)
  }

  get #last(): Line {
    return this.#before.at(-1) ?? beginning
  }

  /** @param as the hash that the last of them has in truth */
  #pass(count: number, as?: string): void {
    const passed = this.#waiting.splice(0, count)
    const last = passed.at(-1)
    if (last !== undefined && as !== undefined) passed.splice(-1, 1, { ...last, hash: as })
    this.#before = [...this.#before, ...passed].slice(-WINDOW)
  }

  #link(previous: string, row: ChainedRow, shift: number = this.#shift): string {
    return this.#linkOf(previous, shift === 0 ? row : { ...row, seq: row.seq + shift })
  }

  #follows(previous: string, row: ChainedRow | undefined, shift: number = this.#shift): boolean {
    return row !== undefined && row.hash === this.#link(previous, row, shift)
  }

  #tellBreak(row: ChainedRow, next: readonly ChainedRow[]): void {
    if (this.#told >= MOST_TOLD) {
      this.#isBlind = true
      this.#pass(1)
      return
    }
    const isTold =
      this.#wasHashChanged(row, next) ||
      this.#wereMoved([row, ...next]) ||
      this.#werePutIn(row, next) ||
      this.#werePutInBefore(row) ||
      this.#wereTakenOut(row, next)
    if (isTold) return
    // The next line still follows from what is written here, so that only this one was changed.
    const isAlone = next.length === 0 || this.#follows(row.hash, next[0])
    this.#tell(isAlone ? 'line_changed' : 'link_broken', row.seq, null)
    this.#isBlind = !isAlone
    this.#pass(1)
  }

  #wasHashChanged(row: ChainedRow, next: readonly ChainedRow[]): boolean {
    const right = this.#link(this.#last.hash, row)
    if (!this.#follows(right, next[0])) return false
    this.#tell('line_changed', row.seq, null)
    this.#pass(1, right)
    return true
  }

  /** The same lines in another order. */
  #wereMoved(rows: readonly ChainedRow[]): boolean {
    const left = [...rows]
    const found: { row: ChainedRow; seq: number }[] = []
    let { seq, hash } = this.#last
    for (;;) {
      seq += 1
      const place = left.findIndex((row) => row.hash === this.#link(hash, { ...row, seq }))
      const [row] = place < 0 ? [] : left.splice(place, 1)
      if (row === undefined) return false
      found.push({ row, seq })
      hash = row.hash
      if (found.every((one) => one.row.seq <= seq)) break
    }
    for (const one of found.toSorted((a, b) => a.row.seq - b.row.seq)) {
      if (one.row.seq !== one.seq) this.#tell('line_moved', one.row.seq, one.seq)
    }
    this.#pass(found.length, hash)
    return true
  }

  /** Lines with hashes that follow from nothing: the one behind them follows from the one before them. */
  #werePutIn(row: ChainedRow, next: readonly ChainedRow[]): boolean {
    const count = next.findIndex((one, index) => this.#follows(this.#last.hash, one, this.#shift - index - 1)) + 1
    if (count === 0) return false
    this.#tell('lines_inserted', row.seq, row.seq + count - 1)
    this.#shift -= count
    this.#pass(count + 1)
    return true
  }

  /** Lines whose own hashes are right: this one follows from a line further up. */
  #werePutInBefore(row: ChainedRow): boolean {
    for (let count = 1; count < this.#before.length; count += 1) {
      const base = this.#before.at(-count - 1)
      if (base === undefined || !this.#follows(base.hash, row, this.#shift - count)) continue
      this.#tell('lines_inserted', row.seq - count, row.seq - 1)
      this.#shift -= count
      this.#pass(1)
      return true
    }
    return false
  }

  /** Lines are gone, and those behind them have taken their numbers: the next one was written with a higher one. */
  #wereTakenOut(row: ChainedRow, [next]: readonly ChainedRow[]): boolean {
    for (let count = 1; count <= MOST_TAKEN_OUT; count += 1) {
      if (!this.#follows(row.hash, next, this.#shift + count)) continue
      this.#tell('lines_missing', row.seq, row.seq + count - 1)
      this.#shift += count
      this.#pass(1)
      return true
    }
    return false
  }

  #tell(what: AuditFault['what'], seq: number, toSeq: number | null): void {
    this.#told += 1
    this.#report({ what, seq, to_seq: toSeq === seq ? null : toSeq, subject: '' })
  }
}
