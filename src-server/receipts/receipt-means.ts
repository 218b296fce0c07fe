import type { Translator } from '../../src-shared/i18n/translate.ts'
import type { Clock } from '../clock/clock.ts'
import type { Random } from '../ids/random.ts'

/** What a receipt needs to know besides what was paid. */
export interface ReceiptMeans {
  readonly random: Random
  readonly clock: Pick<Clock, 'state'>
  /** How far business time may be from true time, in ms, as far as the server can tell. */
  readonly uncertaintyMs: () => number
  /** Where a customer's phone opens the kiosk's page, with a slash at the end. */
  readonly customerPage: () => string
  /** Words in the language that receipts are frozen in now. */
  readonly words: () => Translator
}
