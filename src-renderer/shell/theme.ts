import { create } from 'zustand/react'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'kerbside.theme'

function rememberedTheme(): Theme {
  const kept = localStorage.getItem(storageKey)
  return themes.find((theme) => theme === kept) ?? 'system'
}

/** The colours of this machine's console: a choice of whoever sits there, not of the site. */
export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'system' }))

export function setTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  localStorage.setItem(storageKey, theme)
  useTheme.setState({ theme })
}

/** Call before the first render, so that no other colours flash up. */
export function restoreTheme() {
  setTheme(rememberedTheme())
}
