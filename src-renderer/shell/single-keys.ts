import { create } from 'zustand/react'

const storageKey = 'kerbside.singleKeys'

/**
 * Whether a key alone does something, kept on this machine. Whoever speaks to the computer, or whose screen reader has
 * the letters for itself, can switch that off (WCAG 2.1.4); Ctrl K reaches everything all the same.
 */
export const useSingleKeys = create<{ areOn: boolean }>(() => ({ areOn: true }))

export function setSingleKeys(areOn: boolean) {
  localStorage.setItem(storageKey, areOn ? 'on' : 'off')
  document.documentElement.dataset['singleKeys'] = areOn ? 'on' : 'off'
  useSingleKeys.setState({ areOn })
}

/** Call before the first render. */
export function restoreSingleKeys() {
  setSingleKeys(localStorage.getItem(storageKey) !== 'off')
}
