import * as v from 'valibot'
import { BayLabel } from '../api/admin-schemas.ts'
import { readCsvRows, type CsvRow } from '../csv/read-csv.ts'
import { baySizes } from './bay-rows.ts'
import { layoutProblems } from './layout-problems.ts'
import { bayKinds, facing, featureKinds, lotColumns, type LotColumn } from './lot-csv.ts'
import { Direction, LotFeature } from './lot-layout.ts'
import { LotList, sameLabel, type ListedBay } from './lot-list.ts'

/** What is wrong with a row: a column that cannot be read, or how it stands to the rest. */
export type LotRowProblem = LotColumn | 'twice' | 'plan_twice' | 'overlap' | 'outside'

export interface LotRow {
  /** Its line in the file, from 1. */
  readonly line: number
  readonly cells: Readonly<Record<LotColumn, string>>
  readonly problems: readonly LotRowProblem[]
}

export type LotFile =
  /** `lot` is there once no row has a problem. */
  | { readonly is: 'read'; readonly rows: readonly LotRow[]; readonly lot: LotList | undefined }
  /** `columns`: the first line does not name `kind` and `label`. */
  | { readonly is: 'unreadable'; readonly why: 'empty' | 'columns' | 'tooMany' }

const MOST_BAYS = 2000
const MOST_FEATURES = 500
const MOST_METRES = 2000

type Outline = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Ground = { readonly width: number; readonly height: number }

type Meaning =
  | { readonly is: 'bay'; readonly bay: ListedBay }
  | { readonly is: 'feature'; readonly feature: LotFeature }
  | { readonly is: 'plan'; readonly ground: Ground }
  | { readonly is: 'nothing' }

interface ReadRow {
  readonly line: number
  readonly cells: LotRow['cells']
  readonly meaning: Meaning
  readonly problems: LotRowProblem[]
}

/**
 * Reads a lot from a CSV with the columns of `lotColumns` in any order; all but `kind` and `label` may be missing. A bay
 * without a place lies nowhere; without a size it has that of its class. The server checks the same again.
 */
export function readLotCsv(text: string): LotFile {
  const [head, ...body] = readCsvRows(text)
  if (head === undefined || body.length === 0) return { is: 'unreadable', why: 'empty' }
  const names = head.cells.map((name) => name.trim().toLowerCase())
  if (!names.includes('kind') || !names.includes('label')) return { is: 'unreadable', why: 'columns' }
  const rows = body.map((row) => readRow(row, names))
  const count = (is: Meaning['is']) => rows.filter(({ meaning }) => meaning.is === is).length
  if (count('bay') > MOST_BAYS || count('feature') > MOST_FEATURES) return { is: 'unreadable', why: 'tooMany' }
  return { is: 'read', ...judge(rows) }
}

function readRow({ line, cells: values }: CsvRow, names: readonly string[]): ReadRow {
  const cell = (column: LotColumn) => (values[names.indexOf(column)] ?? '').trim().replace(/^'/, '')
  const entries = lotColumns.map((column) => [column, cell(column)])
  const cells = Object.fromEntries(entries) as LotRow['cells']
  // A text keeps the blanks at its ends.
  const label = (values[names.indexOf('label')] ?? '').replace(/^'/, '')
  return { line, cells, ...meaningOf(cells, label) }
}

function meaningOf(cells: LotRow['cells'], text: string): Pick<ReadRow, 'meaning' | 'problems'> {
  const kind = cells.kind.toLowerCase().replace(/[\s-]+/g, '_')
  const bayClass = bayKinds.find((one) => one === kind)
  if (bayClass !== undefined) return readBay(cells, bayClass)
  const feature = featureKinds.find((one) => one === kind)
  if (feature !== undefined) return readFeature(cells, feature, text)
  if (kind !== 'plan') return { meaning: { is: 'nothing' }, problems: ['kind'] }
  const [width, height] = [length(cells.width, 1), length(cells.height, 1)]
  if (width === undefined || height === undefined) {
    return {
      meaning: { is: 'nothing' },
      problems: [
        ...(width === undefined ? ['width' as const] : []),
        ...(height === undefined ? ['height' as const] : []),
      ],
    }
  }
  return { meaning: { is: 'plan', ground: { width, height } }, problems: [] }
}

function readBay(cells: LotRow['cells'], bayClass: ListedBay['bay_class']): Pick<ReadRow, 'meaning' | 'problems'> {
  const problems: LotRowProblem[] = []
  const label = v.safeParse(BayLabel, cells.label)
  if (!label.success) problems.push('label')
  const isPlaced = [cells.x, cells.y, cells.width, cells.height, cells.faces].some((cell) => cell !== '')
  const faces = cells.faces === '' ? 'up' : direction(cells.faces)
  if (faces === undefined) problems.push('faces')
  const size = baySizes[bayClass]
  const isTurned = faces === 'left' || faces === 'right'
  const usual = isTurned ? { width: size.depth, height: size.width } : { width: size.width, height: size.depth }
  const outline = isPlaced ? readOutline(cells, usual) : null
  if (outline !== null) problems.push(...outline.problems)
  if (!label.success || faces === undefined || problems.length > 0) return { meaning: { is: 'nothing' }, problems }
  const place = outline?.outline === undefined ? null : { ...outline.outline, rotation: facing[faces] }
  return { meaning: { is: 'bay', bay: { label: label.output, bay_class: bayClass, place } }, problems }
}

function readFeature(
  cells: LotRow['cells'],
  kind: LotFeature['kind'],
  text: string,
): Pick<ReadRow, 'meaning' | 'problems'> {
  const { outline, problems } = readOutline(cells)
  const way = cells.faces === '' ? undefined : direction(cells.faces)
  const needsWay = kind === 'entrance' || kind === 'exit'
  const takesWay = needsWay || kind === 'lane'
  if ((cells.faces !== '' && way === undefined) || (needsWay && way === undefined)) problems.push('faces')
  if (outline === undefined || problems.length > 0) return { meaning: { is: 'nothing' }, problems }
  const feature = v.safeParse(LotFeature, {
    kind,
    ...outline,
    ...(takesWay && way !== undefined ? { direction: way } : {}),
    ...(kind === 'text' ? { text } : {}),
  })
  if (!feature.success) return { meaning: { is: 'nothing' }, problems: ['label'] }
  return { meaning: { is: 'feature', feature: feature.output }, problems }
}

function direction(text: string): Direction | undefined {
  return Direction.options.find((one) => one === text.toLowerCase())
}

/** @param usual the size of what gives none */
function readOutline(
  cells: LotRow['cells'],
  usual?: Ground,
): { readonly outline: Outline | undefined; readonly problems: LotRowProblem[] } {
  const side = (name: 'width' | 'height') =>
    cells[name] === '' && usual !== undefined ? usual[name] : length(cells[name], 1)
  const [x, y, width, height] = [length(cells.x, 0), length(cells.y, 0), side('width'), side('height')]
  if (x !== undefined && y !== undefined && width !== undefined && height !== undefined) {
    return { outline: { x, y, width, height }, problems: [] }
  }
  const sides = { x, y, width, height }
  const problems = (['x', 'y', 'width', 'height'] as const).filter((name) => sides[name] === undefined)
  return { outline: undefined, problems }
}

/** Metres with at most one decimal as whole decimetres; 2,5 is 2.5. */
function length(text: string, least: number): number | undefined {
  const [, whole, tenth] = /^(\d{1,4})(?:[.,](\d)0*)?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  const decimetres = Number(whole) * 10 + Number(tenth ?? 0)
  return decimetres >= least && decimetres <= MOST_METRES * 10 ? decimetres : undefined
}

/** How rows stand to each other; and the lot, where nothing is wrong. */
function judge(rows: readonly ReadRow[]): { readonly rows: readonly LotRow[]; readonly lot: LotList | undefined } {
  const features = rows.flatMap(({ meaning }) => (meaning.is === 'feature' ? [meaning.feature] : []))
  const bays = rows.flatMap(({ meaning }) => (meaning.is === 'bay' ? [meaning.bay] : []))
  const ground = rows.find(({ meaning }) => meaning.is === 'plan')?.meaning
  const laid = rows.flatMap(({ line, meaning }) =>
    meaning.is === 'bay' && meaning.bay.place !== null ? [{ id: String(line), ...meaning.bay.place }] : [],
  )
  const drawn = [...laid, ...features]
  const plan = ground?.is === 'plan' ? ground.ground : drawn.length === 0 ? undefined : groundUnder(drawn)
  const misplaced = plan === undefined ? [] : layoutProblems({ ...plan, bays: laid, features: [] })
  const judged = rows.map((row, index): LotRow => {
    const own = misplaced.flatMap((problem): LotRowProblem[] => {
      if (problem.kind === 'overlap') return problem.ids.includes(String(row.line)) ? ['overlap'] : []
      return problem.kind === 'outside' && problem.id === String(row.line) ? ['outside'] : []
    })
    const problems = [...new Set([...row.problems, ...again(row, rows.slice(0, index)), ...own])]
    return { line: row.line, cells: row.cells, problems }
  })
  const isGood = judged.every(({ problems }) => problems.length === 0)
  const lot = { bays, plan: plan === undefined ? null : { ...plan, features } }
  return { rows: judged, lot: isGood && v.is(LotList, lot) ? lot : undefined }
}

function again({ meaning }: ReadRow, before: readonly ReadRow[]): LotRowProblem[] {
  if (meaning.is === 'plan') return before.some((other) => other.meaning.is === 'plan') ? ['plan_twice'] : []
  if (meaning.is !== 'bay') return []
  const label = sameLabel(meaning.bay.label)
  const isTwice = before.some(({ meaning: other }) => other.is === 'bay' && sameLabel(other.bay.label) === label)
  return isTwice ? ['twice'] : []
}

/** As much ground as what lies on it needs, and no more than there can be. */
function groundUnder(drawn: readonly Outline[]): Ground {
  return {
    width: Math.min(MOST_METRES * 10, Math.max(...drawn.map(({ x, width }) => x + width))),
    height: Math.min(MOST_METRES * 10, Math.max(...drawn.map(({ y, height }) => y + height))),
  }
}
