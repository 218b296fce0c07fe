import type { Role } from '../../src-shared/api/fields.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { goTo } from './hash-route.ts'
import { screensOf } from './screens.tsx'
import { useShortcuts } from './shortcut-keys.ts'
import { commands, digitOf, shortcuts } from './shortcut-table.ts'

/** The keys that work on every screen. */
export function useShellShortcuts(role: Role, onHelp: () => void, onPalette: () => void) {
  useShortcuts(
    {
      ...Object.fromEntries(screensOf(role).map((screen, place) => [digitOf(place) ?? '', () => goTo(screen)])),
      ...Object.fromEntries(commands.map(({ key, run }) => [key, run])),
      '?': onHelp,
      '/': onPalette,
      'Mod+k': onPalette,
    },
    'shell',
  )
}

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
        {shortcuts.map(({ keys, words }) => (
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
