import { BayClass } from '../../../src-shared/api/fields.ts'
import { emptyLine, newKey, type Draft, type DraftBand, type DraftLine } from './draft.ts'
import { lengthText, parseLengthText } from './length-text.ts'

/** Puts a line after another. It begins where that one ends: an hour later where that one had no end. */
export function lineAdded(lines: readonly DraftLine[], after: number): readonly DraftLine[] {
  const line = lines[after]
  if (line === undefined) return [...lines, emptyLine()]
  const begin = beginOf(lines, after)
  const isLast = after === lines.length - 1
  const middle = isLast ? begin + 60 : middleOf(begin, parseLengthText(line.until))
  const added: DraftLine = { ...line, key: newKey() }
  const cut: DraftLine = { ...line, until: lengthText(middle) }
  return [...lines.slice(0, after), cut, added, ...lines.slice(after + 1)]
}

/** Takes a line out; the next one begins where it began, and a new last line has no end. At least one line stays. */
export function lineRemoved(lines: readonly DraftLine[], at: number): readonly DraftLine[] {
  return lines.length > 1 ? lines.filter((_, index) => index !== at) : lines
}

/** Where a line begins, in minutes; the last end before it that can be read. */
export function beginOf(lines: readonly DraftLine[], at: number): number {
  const ends = lines.slice(0, at).map(({ until }) => parseLengthText(until))
  return ends.findLast((end) => end !== undefined) ?? 0
}

function middleOf(begin: number, end: number | undefined): number {
  const half = begin + Math.max(1, Math.round(((end ?? begin + 120) - begin) / 2))
  const quarter = Math.round(half / 15) * 15
  return quarter > begin && (end === undefined || quarter < end) ? quarter : half
}

/** Gives a class to a group and takes it from whichever had it, so that no class has two prices. */
export function classGiven(draft: Draft, rate: number, bayClass: BayClass, isTheirs: boolean): Draft {
  const rates = draft.rates.map((each, index) => {
    const others = each.classes.filter((name) => name !== bayClass)
    const classes = index === rate && isTheirs ? inOrder([...others, bayClass]) : others
    return index === rate || isTheirs ? { ...each, classes } : each
  })
  return { ...draft, rates }
}

/** A group of its own for the classes that have none yet. */
export function groupAdded(draft: Draft): Draft {
  const taken = new Set(draft.rates.flatMap(({ classes }) => classes))
  const classes = BayClass.options.filter((bayClass) => !taken.has(bayClass))
  return { ...draft, rates: [...draft.rates, { key: newKey(), classes, lines: [emptyLine()], cap: '' }] }
}

/** @param name what a new band is called at first */
export function bandAdded(draft: Draft, name: string): Draft {
  const classes = BayClass.options.filter((bayClass) => bayClass !== 'permit')
  const line: DraftLine = { ...emptyLine(), kind: 'flat' }
  const band: DraftBand = { key: newKey(), name, from: '20:00', to: '06:00', classes, lines: [line] }
  return { ...draft, bands: [...draft.bands, band] }
}

export function inOrder(classes: readonly BayClass[]): readonly BayClass[] {
  return BayClass.options.filter((bayClass) => classes.includes(bayClass))
}
