import { useId } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { setSingleKeys, useSingleKeys } from './single-keys.ts'

/** Switches the shortcuts of a single key off and on, on this machine. */
export function SingleKeysChoice() {
  const t = useT()
  const hint = useId()
  const { areOn } = useSingleKeys()
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={areOn}
          aria-describedby={hint}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        <span>{t('console.singleKeys')}</span>
      </label>
      <p className="field__hint" id={hint}>
        {t('console.singleKeys.hint')}
      </p>
    </>
  )
}
