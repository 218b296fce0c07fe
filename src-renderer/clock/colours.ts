import { useSyncExternalStore } from 'react'
import { useTheme } from '../shell/theme.ts'

const wishes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']

/** Changes whenever the page's colours do, by hand or with the system: what is drawn on a canvas is drawn anew. */
export function useColours(): string {
  const theme = useTheme((state) => state.theme)
  const system = useSyncExternalStore(subscribe, () => wishes.map((wish) => matchMedia(wish).matches).join())
  return `${theme} ${system}`
}

function subscribe(onChange: () => void): () => void {
  const queries = wishes.map((wish) => matchMedia(wish))
  for (const query of queries) query.addEventListener('change', onChange)
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange)
  }
}
