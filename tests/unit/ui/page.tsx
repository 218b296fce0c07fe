import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ServerTimeProvider } from '../../../src-shared/ui/ServerTimeProvider.tsx'
import type { ServerTimeStore } from '../../../src-shared/ui/server-time-store.ts'

export interface Page {
  readonly element: HTMLElement
  /** Lets the world go on, with what it does to the page. */
  during(run: () => void): void
  show(content: ReactNode): void
  close(): void
}

/** A page in the test's DOM with the server's time above its content. */
export function openPage(store: ServerTimeStore, content: ReactNode): Page {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const element = document.createElement('div')
  document.body.append(element)
  const root = createRoot(element)
  const show = (shown: ReactNode) => {
    act(() => root.render(<ServerTimeProvider store={store}>{shown}</ServerTimeProvider>))
  }
  show(content)
  return {
    element,
    during: (run) => {
      act(run)
    },
    show,
    close() {
      act(() => root.unmount())
      element.remove()
    },
  }
}
