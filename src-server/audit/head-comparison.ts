import type { AuditFault } from '../../src-shared/api/audit-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { DEMO_WIPED } from '../demo/demo-wiped.ts'
import type { ChainedRow } from '../store/report-rows.ts'
import type { TrailHead } from './trail-head.ts'

/** After these a trail rightly is not what it was: the line that says so vouches for it. */
const NEW_BEGINNINGS = new Set([DEMO_WIPED, 'store.restored_from_backup'])

/** Compares a trail, as it is walked from its first line, with what was written down of it elsewhere. */
export class HeadComparison {
  readonly #report: (fault: AuditFault) => void
  /** By the line that they name. */
  readonly #heads: readonly TrailHead[]
  /** Lines whose hash is not what a head says; judged at the end, when it is known what was restored. */
  readonly #different: TrailHead[] = []
  #next = 0
  #first: string | undefined
  #lastSeq = 0
  #newBeginningAt = -Infinity
  /** The last line that a head vouched for. */
  #vouched = 0
  checked = 0
  superseded = 0

  constructor(heads: readonly TrailHead[], report: (fault: AuditFault) => void) {
    // The newest is mostly a lasting one as well.
    const different = new Map(heads.map((head) => [`${head.first} ${head.seq} ${head.hash}`, head]))
    this.#heads = [...different.values()].toSorted((a, b) => a.seq - b.seq)
    this.#report = report
  }

  feed(row: ChainedRow): void {
    this.#first ??= row.hash
    this.#lastSeq = row.seq
    if (NEW_BEGINNINGS.has(row.kind)) this.#newBeginningAt = Math.max(this.#newBeginningAt, row.at)
    for (
      let head = this.#heads[this.#next];
      head !== undefined && head.seq <= row.seq;
      head = this.#heads[this.#next]
    ) {
      this.#next += 1
      if (head.first !== this.#first || (head.seq === row.seq && head.hash !== row.hash)) this.#different.push(head)
      else if (head.seq === row.seq) this.#vouch(head)
      // A head of a line that is missing: that it is missing is told already.
    }
  }

  #vouch(head: TrailHead): void {
    this.checked += 1
    if (this.#different.length === 0) this.#vouched = head.seq
  }

  end(): void {
    const beyond = this.#heads.slice(this.#next)
    const wrong = [...this.#different, ...beyond].filter((head) => {
      const isSuperseded = (parseInstant(head.at) ?? 0) <= this.#newBeginningAt
      this.superseded += Number(isSuperseded)
      return !isSuperseded
    })
    this.checked += wrong.length
    this.#tellReplaced(wrong.filter(({ first }) => first !== this.#first))
    const own = wrong.filter(({ first }) => first === this.#first)
    const rewritten = own.find(({ seq }) => seq <= this.#lastSeq)
    if (rewritten !== undefined) this.#tell('trail_rewritten', this.#vouched + 1, rewritten)
    const furthest = own.findLast(({ seq }) => seq > this.#lastSeq)
    if (furthest !== undefined) this.#tell('trail_cut', this.#lastSeq + 1, furthest)
  }

  #tellReplaced(others: readonly TrailHead[]): void {
    const newest = others.at(-1)
    if (newest !== undefined) this.#tell('trail_replaced', 1, newest)
  }

  #tell(what: AuditFault['what'], seq: number, head: TrailHead): void {
    this.#report({ what, seq, to_seq: head.seq === seq ? null : head.seq, subject: head.at })
  }
}
