import { useSyncExternalStore } from 'react'

/** As on a keyboard, where ten keys of 64 px fit beside each other. */
const wideRows = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM']
/** In the order of the alphabet, where they do not: a keyboard's order means nothing in rows of another length. */
const narrowRows = ['123456', '7890AB', 'CDEFGH', 'IJKLMN', 'OPQRST', 'UVWXYZ']

const WIDE = '(min-width: 744px)'

/** The rows of keys for a plate, as the screen's width allows. */
export function usePlateKeys(): readonly string[] {
  const wide = useSyncExternalStore(onWidthChange, () => window.matchMedia(WIDE).matches)
  return wide ? wideRows : narrowRows
}

function onWidthChange(onChange: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
