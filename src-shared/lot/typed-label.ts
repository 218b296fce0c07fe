/** What has been typed on the map so far, to jump to a bay by its label. */
export interface TypedLabel {
  readonly text: string
  /** When the last key came, on any monotonic scale, in ms. */
  readonly atMs: number
}

/** After this pause, in ms, a key begins a new label. */
const pauseMs = 1500

interface Labelled {
  readonly id: string
  readonly label: string
}

/**
 * Takes one more key: the label typed now, and the bay it leads to. Keys in quick succession spell a label; one that no
 * label goes on with begins anew, and a first letter leads to the next bay of that letter after the current one.
 */
export function typeLabel(
  bays: readonly Labelled[],
  typed: TypedLabel | null,
  key: string,
  atMs: number,
  currentId: string | null,
): { readonly typed: TypedLabel; readonly id: string | undefined } {
  const goesOn = typed !== null && atMs - typed.atMs <= pauseMs
  if (goesOn) {
    const text = typed.text + key
    const found = bays.find((bay) => beginsWith(bay.label, text))
    if (found !== undefined) return { typed: { text, atMs }, id: found.id }
  }
  const after = bays.findIndex((bay) => bay.id === currentId) + 1
  const round = [...bays.slice(after), ...bays.slice(0, after)]
  return { typed: { text: key, atMs }, id: round.find((bay) => beginsWith(bay.label, key))?.id }
}

function beginsWith(label: string, typed: string): boolean {
  return spelled(label).startsWith(spelled(typed))
}

function spelled(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}
