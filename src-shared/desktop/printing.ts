import * as v from 'valibot'

/** Millimetres of paper. The upper end is a long receipt. */
const Millimetres = v.pipe(v.number(), v.minValue(10), v.maxValue(5000))

/** A page to be put on paper by a printer that was chosen before, without anybody being asked. */
export const PrintOrder = v.strictObject({
  /** The printer, by the system's own name for it. */
  printer: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  width_mm: Millimetres,
  height_mm: Millimetres,
  /** Whether the paper has no margins, as a roll has none. */
  bare: v.boolean(),
})
export type PrintOrder = v.InferOutput<typeof PrintOrder>

/** Why a printer prints nothing just now, as far as the system knows it. */
export type PrinterTrouble =
  /** Somebody, or the system itself, has stopped it. */
  | 'stopped'
  | 'no_paper'
  /** It is switched off, or its cable is out. */
  | 'offline'

/** A printer of this computer. */
export interface Printer {
  readonly name: string
  /** What a person calls it. */
  readonly title: string
  readonly trouble: PrinterTrouble | null
}

/** What became of an order. What a printer has taken is not yet on paper: nobody tells of that. */
export type PrintAnswer = 'sent' | 'gone' | 'failed' | PrinterTrouble
