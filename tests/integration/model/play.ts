import { same } from '../../support/same.ts'
import { wentAs, type Act, type Ask } from './act.ts'
import { Auditor } from './auditor.ts'
import { mayShift } from './bays.ts'
import { nameOf, sendAndCut, type Cut } from './cut-short.ts'
import { settle } from './deadlines.ts'
import { rows } from '../../support/store-look.ts'
import { newModel, type Bay, type Model } from './park-model.ts'
import { RealPark, type Answer, type Request } from './real-park.ts'
import type { Tally } from './tally.ts'

/** As many requests with a key are remembered, to be sent once more. */
const REMEMBERED = 40
const FULL_LOOK_EVERY = 100

/** The real car park and the model of it, side by side. */
export class Play {
  model: Model
  readonly park: RealPark
  readonly auditor = new Auditor()
  readonly #tally: Tally
  readonly #done: { readonly request: Request; readonly answer: Answer }[] = []
  #steps = 0

  private constructor(park: RealPark, model: Model, tally: Tally) {
    this.park = park
    this.model = model
    this.#tally = tally
  }

  static async open(tally: Tally): Promise<Play> {
    const park = await RealPark.open()
    const bays = rows<Bay>(park.db, 'SELECT id, kind, bay_class AS "bayClass" FROM resource ORDER BY position')
    const [owner] = rows<{ id: string }>(park.db, 'SELECT id FROM user')
    return new Play(park, newModel({ now: await park.businessTime(), owner: owner?.id ?? '', bays }), tally)
  }

  /** One step; the whole of it is looked at afterwards. */
  async step(kind: string, run: () => Promise<void>): Promise<void> {
    this.#steps += 1
    const { now, deadlines } = this.model
    try {
      await run()
      this.auditor.look(this.park.db, this.model)
      if (this.#steps % FULL_LOOK_EVERY === 0) this.auditor.lookAtAll(this.park.db, this.model)
    } catch (cause) {
      const when = new Date(now).toISOString()
      throw new Error(
        `step ${this.#steps}, ${kind}, at ${when}: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      )
    }
    this.#tally.deadlines += this.model.deadlines - deadlines
    this.#tally.steps += 1
  }

  /** Asks for nothing at all, which is a decision all the same: whatever is overdue happens now. */
  async decideNothing(): Promise<void> {
    wentAs(await this.park.send({ method: 'POST', path: '/api/v1/bookings/none/confirm' }), 'not_found')
    settle(this.model)
    // One decision may move a booking, and the next one goes by where it is now.
    this.auditor.look(this.park.db, this.model)
  }

  /** The program starts anew on a machine that ran on: the clock goes on from where it was, and is no worse known. */
  async comeBack(restart: () => Promise<void>): Promise<void> {
    await restart()
    if (this.model.clock === 'provisional') this.model.clock = 'trusted'
    await this.decideNothing()
  }

  async do({ kind, ask }: Act): Promise<void> {
    const asked = ask(this.model)
    if (asked === undefined) return this.#tally.note(kind, 'nothing to do')
    const answer = await this.park.send(asked.request)
    this.#judge(this.model, kind, asked, answer)
  }

  /** An act whose write is cut short. Whatever came of it, the store knows all of it or nothing; then it is asked again. */
  async doCutShort({ kind, ask }: Act, cut: Cut): Promise<void> {
    const asked = ask(this.model)
    if (asked === undefined) return this.#tally.note(kind, 'nothing to do')
    const fate = await sendAndCut(this.park, asked.request, cut)
    this.#tally.note(nameOf(cut), fate.what === 'untouched' ? fate.what : 'ok')
    if (fate.what === 'untouched') return this.#judge(this.model, kind, asked, fate.answer)
    const isWritten = fate.what === 'power cut' && fate.isWritten
    if (isWritten) {
      this.#judge(this.model, kind, asked, fate.answer)
      this.auditor.look(this.park.db, this.model)
    }
    if (fate.what === 'power cut') await this.comeBack(() => this.park.goOnIn(fate.folder))
    this.auditor.look(this.park.db, this.model)
    if (isWritten && asked.request.key === undefined) return
    const answer = await this.park.send(asked.request)
    if (!isWritten) this.#judge(this.model, kind, asked, answer)
    else if (fate.answer.outcome === 'ok')
      same('who was answered', [answer.outcome, idOf(answer)], ['ok', idOf(fate.answer)])
  }

  #judge(model: Model, kind: string, { request, judge, decides = true }: Ask, answer: Answer): void {
    if (decides) settle(model)
    this.#tally.note(kind, answer.outcome)
    judge(model, answer)
    if (request.key !== undefined && answer.outcome === 'ok') this.#done.push({ request, answer })
    if (this.#done.length > REMEMBERED) this.#done.shift()
  }

  /** Two at once: the answers must be those of the one after the other, in one order or the other. */
  async doTogether(acts: readonly [Act, Act]): Promise<void> {
    if (mayShift(this.model)) await this.decideNothing()
    const asked = acts.flatMap(({ kind, ask }) => {
      const one = ask(this.model)
      return one === undefined ? [] : [{ kind, ask: one }]
    })
    const answers = await Promise.all(asked.map(({ ask }) => this.park.send(ask.request)))
    const given = asked.map((one, index) => ({
      ...one,
      answer: answers[index] ?? { outcome: 'none', body: undefined },
    }))
    const problems: unknown[] = []
    for (const order of [given, given.toReversed()]) {
      const model = structuredClone(this.model)
      try {
        for (const { kind, ask, answer } of order) this.#judge(model, `two at once: ${kind}`, ask, answer)
        // Both orders may give the same answers, and leave something else behind.
        this.auditor.look(this.park.db, model)
        this.model = model
        return
      } catch (problem) {
        problems.push(problem)
      }
    }
    throw new Error(`in neither order: ${problems.map(String).join(' | ')}`)
  }

  happen({ run }: { readonly run: (play: Play) => Promise<void> }, kind: string): Promise<void> {
    this.#tally.note(kind, 'ok')
    return run(this)
  }

  /** What was done is asked for once more: it is answered as before, and nothing else happens. */
  async repeat(index: number, isChanged: boolean): Promise<void> {
    const past = this.#done[index % Math.max(1, this.#done.length)]
    if (past === undefined) return
    await this.decideNothing()
    const before = this.#fingerprint()
    const kind = isChanged ? 'another request by a used key' : 'once more'
    const body = isChanged ? changed(past.request.body) : past.request.body
    if (body === undefined) return
    const answer = await this.park.send({ ...past.request, body })
    this.#tally.note(kind, answer.outcome)
    if (wentAs(answer, isChanged ? 'idempotency_key_reused' : 'ok'))
      same('who was answered', idOf(answer), idOf(past.answer))
    same('what the store holds', this.#fingerprint(), before)
  }

  #fingerprint(): unknown {
    const tables = [
      'booking',
      'stay',
      'payment',
      'tender',
      'receipt',
      'shift',
      'cash_move',
      'discount',
      'allocation',
      'event',
    ]
    return tables.map((table) => rows(this.park.db, `SELECT count(*) AS ${table} FROM ${table}`)[0])
  }
}

const idOf = ({ body }: Answer) => (body as { id?: string }).id

/** The same request for another car, another part or another count; undefined where there is no such thing in it. */
function changed(body: unknown): unknown {
  const known = body as Record<string, unknown>
  if ('plate' in known) return { ...known, plate: 'KL99Z9999' }
  if ('reason' in known) return { ...known, reason: 'another reason altogether' }
  return 'float_minor' in known ? { ...known, float_minor: 4711 } : undefined
}
