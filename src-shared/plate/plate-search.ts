import { isWithinOneEdit } from './one-edit.ts'
import { normalisePlate } from './plate.ts'

/** How a typed text can mean a plate, best first. */
export const plateMatchKinds = ['exact', 'prefix', 'suffix', 'part', 'look_alike', 'one_edit'] as const
export type PlateMatchKind = (typeof plateMatchKinds)[number]

export interface PlateMatch {
  readonly kind: PlateMatchKind
  /** Characters wrong, missing, added or swapped. Look-alikes (O for 0) are read as what they look like and count none. */
  readonly distance: 0 | 1
}

/** Fewer characters than this, typed or meant, are forgiven no slip: nearly every plate is one edit from a text of three. */
const leastForSlip = 4

const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', B: '8', S: '5', Z: '2' }

/**
 * Whether a person who typed `query` can mean `plate`; both in any spelling. The query may be the whole plate or any
 * part of it, may hold look-alikes, and from four characters on one slip, if it is the whole plate or its end: people
 * remember the last four.
 */
export function matchPlate(query: string, plate: string): PlateMatch | undefined {
  return matchQuery(readQuery(query), plate)
}

/** The items whose plate the query can mean: exact, prefix, suffix, part, look-alike, one edit; equals stay in order. */
export function rankPlates<Item>(query: string, items: readonly Item[], plateOf: (item: Item) => string): Item[] {
  const read = readQuery(query)
  const ranks: Item[][] = plateMatchKinds.map(() => [])
  for (const item of items) {
    const match = matchQuery(read, plateOf(item))
    if (match !== undefined) ranks[plateMatchKinds.indexOf(match.kind)]?.push(item)
  }
  return ranks.flat()
}

interface Query {
  readonly text: string
  readonly folded: string
  readonly letters: readonly string[]
}

function readQuery(typed: string): Query {
  const text = normalisePlate(typed)
  const folded = foldLookAlikes(text)
  return { text, folded, letters: [...folded] }
}

function matchQuery(query: Query, spelled: string): PlateMatch | undefined {
  const plate = normalisePlate(spelled)
  if (query.text === '' || plate === '') return undefined
  const kind = partKind(query.text, plate)
  if (kind !== undefined) return { kind, distance: 0 }
  const folded = foldLookAlikes(plate)
  if (folded.includes(query.folded)) return { kind: 'look_alike', distance: 0 }
  return hasOneSlip(query.letters, [...folded]) ? { kind: 'one_edit', distance: 1 } : undefined
}

function partKind(query: string, plate: string): PlateMatchKind | undefined {
  if (query === plate) return 'exact'
  if (plate.startsWith(query)) return 'prefix'
  if (plate.endsWith(query)) return 'suffix'
  return plate.includes(query) ? 'part' : undefined
}

/** Against the plate's end of the same length, one shorter and one longer; the whole plate is its own end. */
function hasOneSlip(query: readonly string[], plate: readonly string[]): boolean {
  if (query.length < leastForSlip) return false
  return [-1, 0, 1].some((more) => {
    const length = query.length + more
    return (
      length >= leastForSlip && length <= plate.length && isWithinOneEdit(query, plate.slice(plate.length - length))
    )
  })
}

/** A text of plates with each look-alike read as what it looks like: `KL07BO1` → `KL07801`. */
export function foldLookAlikes(text: string): string {
  return text.replace(/[OIBSZ]/g, (letter) => lookAlikes[letter] ?? letter)
}
