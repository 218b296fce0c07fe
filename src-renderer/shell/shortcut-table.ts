import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { openCounter } from '../counter/counter-task.ts'
import { lockConsole } from '../sign-in/session-store.ts'
import { goTo } from './hash-route.ts'

export interface Shortcut {
  /** As it is printed on the keyboard. */
  readonly keys: readonly string[]
  readonly words: MessageKey
}

/** Something to do that the palette offers; its key works on every screen, outside of fields and dialogs. */
export interface Command extends Shortcut {
  readonly id: string
  readonly key: string
  readonly run: () => void
}

/** What can be begun from anywhere, in the order of how often it is. */
export const commands = [
  { id: 'walk-in', key: 'w', keys: ['W'], words: 'shell.do.walkIn', run: () => openCounter({ is: 'walk-in' }) },
  { id: 'exit', key: 'e', keys: ['E'], words: 'shell.do.exit', run: () => openCounter({ is: 'exit' }) },
  {
    id: 'book-parking',
    key: 'p',
    keys: ['P'],
    words: 'shell.do.bookParking',
    run: () => openCounter({ is: 'book-parking' }),
  },
  {
    id: 'book-wash',
    key: 'n',
    keys: ['N'],
    words: 'shell.do.bookWash',
    run: () => openCounter({ is: 'book-wash', date: null }),
  },
  { id: 'wait', key: 'q', keys: ['Q'], words: 'shell.do.wait', run: () => openCounter({ is: 'wait' }) },
  { id: 'shift', key: 's', keys: ['S'], words: 'shell.do.shift', run: () => goTo('cash') },
  { id: 'lock', key: 'l', keys: ['L'], words: 'shell.do.lock', run: lockConsole },
] as const satisfies readonly Command[]

/** Keys that a screen, a list or the browser listens to: here they are only told of. */
const localShortcuts: readonly Shortcut[] = [
  { keys: ['F'], words: 'console.shortcuts.filter' },
  { keys: ['M'], words: 'console.shortcuts.map' },
  { keys: ['Z', 'Ctrl Z'], words: 'console.shortcuts.undo' },
  { keys: ['↑', '↓'], words: 'console.shortcuts.move' },
  { keys: ['Enter'], words: 'console.shortcuts.open' },
  { keys: ['Esc'], words: 'console.shortcuts.close' },
  { keys: ['Alt + T'], words: 'console.shortcuts.toasts' },
]

/** Every key of the console, for its list: what is not here is not told to anybody. */
export const shortcuts: readonly Shortcut[] = [
  ...commands,
  { keys: ['Ctrl K', '/'], words: 'console.shortcuts.search' },
  { keys: ['1', '…', '9', '0'], words: 'console.shortcuts.screens' },
  ...localShortcuts,
  { keys: ['?'], words: 'console.shortcuts.help' },
]

/** The key of a screen by its place in the navigation, 1 to 9 and then 0; later ones have the palette. */
export function digitOf(place: number): string | undefined {
  return place < 10 ? String((place + 1) % 10) : undefined
}
