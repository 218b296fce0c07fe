import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { goTo } from './hash-route.ts'
import { useShortcuts } from './shortcut-keys.ts'

/** The keys that work on every screen. */
export function useShellShortcuts(onHelp: () => void) {
  useShortcuts({
    '?': onHelp,
    '1': () => goTo('today'),
    '2': () => goTo('bookings'),
    '3': () => goTo('kiosks'),
    '4': () => goTo('clock'),
  })
}

const shortcuts: readonly (readonly [keys: readonly string[], MessageKey])[] = [
  [['1', '2', '3', '4'], 'console.shortcuts.screens'],
  [['/'], 'console.shortcuts.search'],
  [['N'], 'console.shortcuts.new'],
  [['↑', '↓'], 'console.shortcuts.move'],
  [['Enter'], 'console.shortcuts.open'],
  [['Esc'], 'console.shortcuts.close'],
  [['Alt + T'], 'console.shortcuts.toasts'],
  [['?'], 'console.shortcuts.help'],
]

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  return (
    <Dialog
      title={t('console.shortcuts.title')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('console.done')}
        </Button>
      }
    >
      <dl className="shortcuts">
        {shortcuts.map(([keys, words]) => (
          <div className="shortcuts__row" key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
