import { useEffect, useRef, type RefObject } from 'react'

function faceOf(board: HTMLElement | null, jobId: string): HTMLElement | null {
  return board?.querySelector<HTMLElement>(`[data-job="${CSS.escape(jobId)}"] .wash-card__face`) ?? null
}

/** The card above or below one in its column; undefined at the ends. */
export function neighbourOf(board: HTMLElement | null, jobId: string, step: 1 | -1): HTMLElement | undefined {
  const face = faceOf(board, jobId)
  const faces = [...(face?.closest('[data-column]')?.querySelectorAll<HTMLElement>('.wash-card__face') ?? [])]
  return face === null ? undefined : faces[faces.indexOf(face) + step]
}

/** A card that goes to another column is made anew there: the focus goes with it, until the server has answered. */
export function useKeptFocus(
  board: RefObject<HTMLElement | null>,
  pending: ReadonlyMap<string, unknown>,
): (jobId: string) => void {
  const followed = useRef<{ readonly id: string; readonly wasSent: boolean } | null>(null)
  useEffect(() => {
    if (followed.current === null) return
    const { id, wasSent } = followed.current
    // Who has gone on to something else meanwhile keeps the focus there.
    if (document.activeElement === null || document.activeElement === document.body) faceOf(board.current, id)?.focus()
    if (pending.has(id)) followed.current = { id, wasSent: true }
    else if (wasSent) followed.current = null
  })
  return (id) => {
    followed.current = { id, wasSent: false }
  }
}
