import type { Role } from '../../src-shared/api/fields.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { goTo } from './hash-route.ts'
import { screensOf } from './screens.tsx'
import { useShortcuts } from './shortcut-keys.ts'
import { undoLast } from '../undo/undo.tsx'
import { useSingleKeys } from './single-keys.ts'
import { SingleKeysChoice } from './SingleKeysChoice.tsx'
import { commands, digitOf, shortcuts } from './shortcut-table.ts'

/** The keys that work on every screen. */
export function useShellShortcuts(role: Role, onHelp: () => void, onPalette: () => void) {
  const t = useT()
  useShortcuts(
    {
      ...Object.fromEntries(screensOf(role).map((screen, place) => [digitOf(place) ?? '', () => goTo(screen)])),
      ...Object.fromEntries(commands.map(({ key, run }) => [key, run])),
      '?': onHelp,
      '/': onPalette,
      'Mod+k': onPalette,
      z: () => undoLast(t),
      'Mod+z': () => undoLast(t),
    },
    'shell',
  )
}

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { areOn } = useSingleKeys()
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
      <SingleKeysChoice />
      {!areOn && <p className="note note--info">{t('console.singleKeys.off')}</p>}
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
