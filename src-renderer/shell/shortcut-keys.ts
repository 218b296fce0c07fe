import { useSingleKeys } from './single-keys.ts'
import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Calls back on keys pressed outside of dialogs, and outside of fields unless with Ctrl or ⌘.
 * @param keys what to do by key: a letter in lower case whatever Caps Lock says, `?`, `ArrowDown`, `Mod+k`
 * @param of whose they are; a screen's own go before those of the shell, whichever was there first
 */
export function useShortcuts(
  keys: Readonly<Record<string, (event: KeyboardEvent) => void>>,
  of: 'screen' | 'shell' = 'screen',
) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  // Before the screen is painted: whoever sees a button may press its key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isElsewhere(event)) return
      const name = nameOf(event)
      const act = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined
      if (act === undefined || (isSingle(name) && !useSingleKeys.getState().areOn)) return
      event.preventDefault()
      act(event)
    }
    // A key comes to the document before it comes to the window.
    if (of === 'screen') {
      document.addEventListener('keydown', onKey)
      return () => document.removeEventListener('keydown', onKey)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [of])
}

function nameOf({ key, ctrlKey, metaKey }: KeyboardEvent): string {
  const name = key.length === 1 ? key.toLowerCase() : key
  return ctrlKey || metaKey ? `Mod+${name}` : name
}

/** A letter, digit or sign alone; arrows and Escape are what any page has. */
function isSingle(name: string): boolean {
  return name.length === 1
}

/** While somebody types or a dialog is open, a letter is just a letter. */
function isElsewhere({ target, key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  // In a field Ctrl Z takes back what was typed.
  if (ctrlKey || metaKey) return key === 'z' && isField(target)
  if (!(target instanceof Element)) return false
  // On the map a digit is part of a bay's label, also one that no bay has.
  if (/^\d$/.test(key) && target.closest('.lot-bay') !== null) return true
  return isField(target)
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null
}
