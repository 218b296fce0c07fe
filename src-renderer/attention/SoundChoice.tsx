import { useT } from '../../src-shared/ui/translator.tsx'
import { playSound } from './sound.ts'
import { setSoundLevel, soundLevels, useSoundLevel } from './sound-choice.ts'

/** How loud this computer calls; each choice is heard at once. */
export function SoundChoice() {
  const t = useT()
  const { level } = useSoundLevel()
  return (
    <fieldset className="choices">
      <legend className="field__label">{t('console.display.sound')}</legend>
      {soundLevels.map((choice) => (
        <label className="choice" key={choice}>
          <input
            type="radio"
            name="sound"
            checked={level === choice}
            onChange={() => {
              setSoundLevel(choice)
              playSound(choice)
            }}
          />
          <span>{t(`console.display.sound.${choice}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
