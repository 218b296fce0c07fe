import bidiFactory from 'bidi-js'
import type { PrintFont } from './print-fonts.ts'

/** A stretch of text in one font, ready to be drawn from left to right. */
export interface TextRun {
  readonly text: string
  readonly font: PrintFont
}

/** What a person sees as one character, with the font that prints it and its level: odd runs from right to left. */
export interface Cluster {
  readonly text: string
  readonly font: PrintFont
  readonly level: number
}

const bidi = bidiFactory()
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const DIRECTION_MARK = /[\u200E\u200F\u061C]/gu
const JOINER = /[\u200C\u200D]/u
/** Shaped from right to left by the font itself, whatever the level. */
const SHAPED_RTL = /\p{Script=Arabic}/u

/** What stands for a character that no font of ours has. */
const UNPRINTABLE = '?'

/** Splits one line of text into clusters, in the order of reading. @param fonts tried in turn; the first has `?` */
export function clustersOf(text: string, fonts: readonly PrintFont[]): Cluster[] {
  const clean = printable(text)
  const { levels } = bidi.getEmbeddingLevels(clean, 'auto')
  const clusters: Cluster[] = []
  for (const { segment, index } of graphemes.segment(clean)) {
    const bare = segment.replaceAll(DIRECTION_MARK, '')
    const level = levels[index] ?? 0
    for (const part of bare === '' ? [] : fitted(bare, clusters.at(-1)?.font, fonts)) clusters.push({ ...part, level })
  }
  return clusters
}

/** Composed characters, plain kinds of space, and nothing that is invisible but joiners and marks of direction. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/(?![\u200C-\u200F\u061C])\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replaceAll(/[\u2007\u202F]/gu, '\u00A0')
    .replaceAll(/(?!\u00A0)\s/gu, ' ')
}

/** A grapheme in the font of its neighbour, or the first that has all of it; else each of its characters by itself. */
function fitted(grapheme: string, current: PrintFont | undefined, fonts: readonly PrintFont[]): TextRun[] {
  const order = current === undefined ? fonts : [current, ...fonts]
  const whole = order.find((font) => coversAll(font, grapheme))
  if (whole !== undefined) return [{ text: grapheme, font: whole }]
  return [...grapheme].filter((character) => !JOINER.test(character)).map((character) => alone(character, order))
}

function alone(character: string, order: readonly PrintFont[]): TextRun {
  const font = order.find((one) => coversAll(one, character))
  if (font !== undefined) return { text: character, font }
  const standIn = order.find((one) => coversAll(one, UNPRINTABLE))
  if (standIn === undefined) throw new Error('no font of print has a question mark')
  return { text: UNPRINTABLE, font: standIn }
}

function coversAll(font: PrintFont, text: string): boolean {
  return [...text].every((character) => JOINER.test(character) || font.covers(character.codePointAt(0) ?? 0))
}

/** The runs of one line, in the order in which they stand on the paper (Unicode Bidirectional Algorithm, rule L2). */
export function visualRuns(line: readonly Cluster[]): TextRun[] {
  const runs: Cluster[][] = []
  for (const cluster of line) {
    const run = runs.at(-1)
    if (run?.[0]?.font === cluster.font && run[0].level === cluster.level) run.push(cluster)
    else runs.push([cluster])
  }
  return inVisualOrder(runs).map(shapedRun)
}

function inVisualOrder(runs: Cluster[][]): Cluster[][] {
  const levelOf = (run: Cluster[] | undefined) => run?.[0]?.level ?? 0
  const highest = Math.max(0, ...runs.map(levelOf))
  const ordered = [...runs]
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from
      while (to < ordered.length && levelOf(ordered[to]) >= level) to += 1
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse())
      from = to
    }
  }
  return ordered
}

/** One run's text in the order in which the font's own shaping comes out right, brackets mirrored. */
function shapedRun(run: Cluster[]): TextRun {
  const [{ font, level }] = run as [Cluster]
  const rightToLeft = level % 2 === 1
  const characters = run.map(({ text }) => (rightToLeft ? (bidi.getMirroredCharacter(text) ?? text) : text))
  const shaped = SHAPED_RTL.test(characters.join(''))
  return { text: (shaped === rightToLeft ? characters : characters.reverse()).join(''), font }
}
