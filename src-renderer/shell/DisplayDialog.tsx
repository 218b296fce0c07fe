import { useEffect, useState } from 'react'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { SoundChoice } from '../attention/SoundChoice.tsx'
import { desktop } from '../bridge.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { LanguageChoice } from '../language/LanguageChoice.tsx'
import { SingleKeysChoice } from './SingleKeysChoice.tsx'
import { PrinterPart } from '../printing/PrinterPart.tsx'
import { setTheme, themes, useTheme } from './theme.ts'

/** How this machine shows the console, and on the desktop what concerns the computer itself. */
export function DisplayDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { theme } = useTheme()
  return (
    <Dialog
      title={t('console.display.title')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('console.done')}
        </Button>
      }
    >
      <LanguageChoice />
      <fieldset className="choices">
        <legend className="field__label">{t('console.display.theme')}</legend>
        {themes.map((choice) => (
          <label className="choice" key={choice}>
            <input type="radio" name="theme" checked={theme === choice} onChange={() => setTheme(choice)} />
            <span>{t(`console.display.theme.${choice}`)}</span>
          </label>
        ))}
      </fieldset>
      <SoundChoice />
      <SingleKeysChoice />
      <p className="field__hint">{t('console.display.kept')}</p>
      {desktop !== undefined && <PrinterPart bridge={desktop} />}
      {desktop !== undefined && <DesktopPart bridge={desktop} />}
    </Dialog>
  )
}

function DesktopPart({ bridge }: { bridge: DesktopBridge }) {
  const t = useT()
  const [autostart, setAutostart] = useState<boolean | null>(null)
  useEffect(() => void bridge.autostart.get().then(setAutostart), [bridge])
  return (
    <section className="dialog__section">
      <h3>{t('console.display.desktop')}</h3>
      <label className="check">
        <input
          type="checkbox"
          checked={autostart ?? false}
          disabled={autostart === null}
          onChange={(event) => void bridge.autostart.set(event.target.checked).then(setAutostart)}
        />
        <span>{t('console.display.autostart')}</span>
      </label>
      <Button onClick={() => void bridge.openDataFolder()}>{t('console.display.openData')}</Button>
      <p className="field__hint">{t('console.display.version', { version: bridge.version })}</p>
    </section>
  )
}
