import { LotBayClass } from './bay-state.ts'
import type { LotFeature } from './lot-layout.ts'
import type { ListedBay, LotList } from './lot-list.ts'

/**
 * The columns of a lot as a CSV. A row is a bay (its class as `kind`), something drawn between the bays, or, once, the
 * ground (`plan`). Lengths are in metres from the top left corner, to the decimetre; `faces` says which way a parked car
 * looks, or a lane leads.
 */
export const lotColumns = ['kind', 'label', 'x', 'y', 'width', 'height', 'faces'] as const
export type LotColumn = (typeof lotColumns)[number]

export const bayKinds = LotBayClass.options
export const featureKinds = [
  'lane',
  'entrance',
  'exit',
  'wall',
  'verge',
  'wash_hall',
  'text',
] as const satisfies readonly LotFeature['kind'][]

/** Which way a car looks on the plan, by its rotation in degrees. */
export const facing = { up: 0, right: 90, down: 180, left: 270 } as const

type Row = { readonly [column in LotColumn]?: string | undefined }

const BOM = '\uFEFF'

/** Writes a lot so that `readLotCsv` reads the same one: UTF-8 with a byte order mark, by which Excel knows it, and CRLF. */
export function writeLotCsv({ bays, plan }: LotList): string {
  const rows: Row[] = bays.map(bayRow)
  if (plan !== null) {
    const { width, height } = plan
    rows.unshift({ kind: 'plan', width: metres(width), height: metres(height) })
    rows.push(...plan.features.map(featureRow))
  }
  const lines = [lotColumns.join(','), ...rows.map((row) => lotColumns.map((column) => field(row[column])).join(','))]
  return BOM + lines.map((line) => `${line}\r\n`).join('')
}

/** What a person begins with: a few bays that lie nowhere yet. */
export function lotCsvTemplate(): string {
  const bay = (bayClass: ListedBay['bay_class'], label: string): ListedBay => ({
    label,
    bay_class: bayClass,
    place: null,
  })
  return writeLotCsv({
    bays: [
      bay('car', 'A01'),
      bay('car', 'A02'),
      bay('two_wheeler', 'C01'),
      bay('accessible', 'D01'),
      bay('wash', 'W1'),
    ],
    plan: null,
  })
}

function bayRow({ label, bay_class: kind, place }: ListedBay): Row {
  if (place === null) return { kind, label }
  const faces = (Object.keys(facing) as (keyof typeof facing)[]).find((way) => facing[way] === place.rotation) ?? 'up'
  return { kind, label, ...outlineOf(place), faces }
}

function featureRow(feature: LotFeature): Row {
  return {
    kind: feature.kind,
    ...outlineOf(feature),
    label: feature.kind === 'text' ? feature.text : undefined,
    faces: 'direction' in feature ? feature.direction : undefined,
  }
}

function outlineOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x: metres(x), y: metres(y), width: metres(width), height: metres(height) }
}

/** Decimetres as metres: 25 is `2.5`. */
function metres(decimetres: number): string {
  return String(decimetres / 10)
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it, which reading takes away again. */
function field(text = ''): string {
  const safe = /^['=+\-@＝＋－＠|%\s\0]/u.test(text) ? `'${text}` : text
  return /[",;\r\n]|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
