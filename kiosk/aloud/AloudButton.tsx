import { useEffect } from 'react'
import { useStore } from 'zustand/react'
import { AidSign } from '../aids/AidSign.tsx'
import { useLaterT } from '../aids/later-words.ts'
import type { Reader } from './reader.ts'

interface AloudButtonProps {
  readonly reader: Reader
  /** On the first screen it can be begun; later it can be ended. */
  readonly canBegin: boolean
}

/** Reads the screens aloud, for whoever cannot read them. */
export function AloudButton({ reader, canBegin }: AloudButtonProps) {
  const t = useLaterT()
  const isOn = useStore(reader.isOn)
  useEffect(
    () => reader.speakAs({ language: t.language, choices: (choices) => t('kiosk.aloud.choices', { choices }) }),
    [reader, t],
  )
  if (!isOn && !canBegin) return null
  const toggle = (): void => {
    if (isOn) reader.stop()
    else reader.start()
  }
  return (
    <button type="button" className="button aid" aria-pressed={isOn} onClick={toggle}>
      <AidSign drawing="M4 9v6h4l6 5V4L8 9zM17.5 8.5a5 5 0 0 1 0 7M20 6a9 9 0 0 1 0 12" />
      {isOn ? t('kiosk.aloud.stop') : t('kiosk.aloud.start')}
    </button>
  )
}
