import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'

/** A button by its command, and where several bear it by what it is for, or by its name. */
export interface ButtonRef {
  readonly command: string
  /** As in `data-of`: a bay's id, a booking's reference. */
  readonly of?: string
  /** As `buttonName` says it. */
  readonly name?: string
  /** It gets the focus and is left to the person. */
  readonly isOnlyShown?: boolean
}

/** A screen that has not come by then does not have the button. */
const PATIENCE_MS = 5000

let giveUp: (() => void) | undefined

/**
 * Presses buttons one after the other, each as soon as it is on the page: a screen may have to load first, and a sheet to
 * open. Whoever presses a key or the pointer meanwhile goes on with something else, and nothing more is pressed.
 * @param onMissing told when a button does not come
 */
export function pressInTurn(buttons: readonly ButtonRef[], onMissing: () => void): void {
  giveUp?.()
  const left = [...buttons]
  const end = () => {
    observer.disconnect()
    cancelPatience()
    for (const type of ['keydown', 'pointerdown']) window.removeEventListener(type, end, true)
    giveUp = undefined
  }
  const go = () => {
    // The palette closes first, and gives the focus back to where it was.
    if (document.querySelector('.palette') !== null) return
    for (;;) {
      const next = left[0]
      if (next === undefined) return end()
      const button = findButton(next)
      if (button === undefined) return
      left.shift()
      button.focus()
      if (next.isOnlyShown !== true) button.click()
    }
  }
  const observer = new MutationObserver(go)
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-of'] })
  const cancelPatience = browserTimers.after(PATIENCE_MS, () => {
    end()
    onMissing()
  })
  // The key or pointer that chose the command is still being told of.
  browserTimers.after(0, () => {
    if (giveUp !== end) return
    for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, end, true)
    go()
  })
  giveUp = end
}

/** The buttons of a command that are on the page. */
export function buttonsOf(command: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-command="${CSS.escape(command)}"]`)]
}

function findButton({ command, of, name }: ButtonRef): HTMLElement | undefined {
  return buttonsOf(command).find(
    (button) =>
      (of === undefined || button.dataset['of'] === of) && (name === undefined || buttonName(button) === name),
  )
}

/** What a button is called: by its label, or what stands on it. */
export function buttonName(button: HTMLElement): string {
  return (button.getAttribute('aria-label') ?? button.innerText).replaceAll(/\s+/g, ' ').trim()
}
