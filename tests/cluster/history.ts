import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Ask } from './ask.ts'

/** What somebody asked for, and what they were told in the end: the whole of what is known from outside. */
export interface Visit {
  /** Each visit has a plate of its own, by which what came of it is found. */
  readonly plate: string
  readonly start: string
  /** How often the request went out, all with one idempotency key. */
  readonly tries: number
  /** `booked` with its id; the code of a refusal; `unknown` where no answer ever came. */
  readonly outcome:
    | { readonly is: 'booked'; readonly id: string }
    | { readonly is: 'refused'; readonly code: string }
    | { readonly is: 'unknown' }
  /** What was asked of the booking afterwards, and whether it was acknowledged. */
  readonly afterwards: { readonly act: 'confirm' | 'cancel'; readonly isAcknowledged: boolean } | undefined
}

/** An answer that settles nothing: the servers, nginx or the database were not there for it. */
const UNSETTLED = new Set([429, 500, 502, 503, 504])
/** So long somebody asks again, each time with the same key. */
const PATIENCE_MS = 60_000

/** The share of customers who confirm, and of those whose booking stands in the end. */
const CONFIRMING = 0.2
const STAYING = 0.005

/** One customer after the other, until they are told to go. Everything is written down. */
export async function visit(
  ask: Ask,
  who: number,
  random: () => number,
  ended: AbortSignal,
  history: Visit[],
): Promise<void> {
  for (let number = 0; !ended.aborted; number += 1) {
    const start = await someStart(ask, random).catch(() => undefined)
    if (start === undefined) await pause(200)
    else history.push(await bookOne(ask, plateOf(who, number), start, random))
  }
}

function plateOf(who: number, number: number): string {
  const letters = String.fromCodePoint(65 + (who % 26), 65 + (Math.floor(number / 9000) % 26))
  return `KL${10 + Math.floor(who / 26)}${letters}${1000 + (number % 9000)}`
}

/** Few slots for many: somebody else wants the same one. */
async function someStart(ask: Ask, random: () => number): Promise<string | undefined> {
  const { body: site } = await ask('GET', '/api/v1/site')
  const { max_date: date } = site['window'] as { max_date: string }
  const { body: day } = await ask('GET', `/api/v1/availability/wash?service_id=exterior&date=${date}`)
  const free = (day['slots'] as { start: string; remaining: number }[]).filter(({ remaining }) => remaining > 0)
  return free[Math.floor(random() * Math.min(6, free.length))]?.start
}

async function bookOne(ask: Ask, plate: string, start: string, random: () => number): Promise<Visit> {
  const wish = { kind: 'wash', service_id: 'exterior', start, plate }
  const once = { 'idempotency-key': randomUUID() }
  const { answer, tries } = await untilSettled(() => ask('POST', '/api/v1/bookings', wish, once))
  const known = { plate, start, tries }
  if (answer === undefined) return { ...known, outcome: { is: 'unknown' }, afterwards: undefined }
  if (answer.status !== 201 && answer.status !== 200)
    return { ...known, outcome: { is: 'refused', code: String(answer.body['code']) }, afterwards: undefined }
  const id = String(answer.body['id'])
  const token = { authorization: `Bearer ${String(answer.body['manage_token'])}` }
  const doIt = (act: 'confirm' | 'cancel') =>
    untilSettled(() => ask('POST', `/api/v1/bookings/${id}/${act}`, undefined, token))
  // Nearly all go again, or the day is full within seconds and nothing happens while things break.
  const stays = random() < STAYING
  const confirmed = stays || random() < CONFIRMING ? await doIt('confirm') : undefined
  const done = stays && confirmed !== undefined ? confirmed : await doIt('cancel')
  const isAcknowledged = done.tries === 1 && done.answer !== undefined && done.answer.status < 300
  return { ...known, outcome: { is: 'booked', id }, afterwards: { act: stays ? 'confirm' : 'cancel', isAcknowledged } }
}

async function untilSettled(
  send: () => Promise<Answer>,
): Promise<{ readonly answer: Answer | undefined; readonly tries: number }> {
  const until = performance.now() + PATIENCE_MS
  for (let tries = 1; ; tries += 1) {
    const answer = await send().catch(() => undefined)
    if (answer !== undefined && !UNSETTLED.has(answer.status)) return { answer, tries }
    if (performance.now() > until) return { answer: undefined, tries }
    await pause(300)
  }
}
