import { useEffect, useRef } from 'react'

interface Typing {
  readonly onCharacter: (character: string) => void
  readonly onBackspace: () => void
  readonly onEnter: () => void
}

/**
 * A real keyboard works wherever the focus is: what is typed outside the field goes to it too. Keys that have a meaning
 * of their own where the focus is (Enter on a button) keep it.
 */
export function useTyping(typing: Typing): void {
  const latest = useRef(typing)
  useEffect(() => {
    latest.current = typing
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return
      const inField = event.target instanceof HTMLInputElement
      const onButton = event.target instanceof HTMLButtonElement
      if (event.key === 'Enter' && !onButton) latest.current.onEnter()
      else if (inField) return
      else if (event.key === 'Backspace') latest.current.onBackspace()
      else if (event.key.length === 1 && event.key !== ' ') latest.current.onCharacter(event.key)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
