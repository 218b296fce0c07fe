import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { isRightToLeft, languageOf, languageTags } from '../../src-shared/i18n/languages.ts'
import { nameOf, type Entry } from './entry.ts'
import { addressOf, stageOf, textSizes, themes, type Stage } from './stage.ts'

interface GalleryProps {
  readonly title: string
  readonly entries: readonly Entry[]
  /** What the entries stand in, for what the address asks. */
  readonly around: (stage: Stage, children: ReactNode) => ReactNode
}

/** A list of controls, and the one that is asked for in each of its states. */
export function Gallery({ title, entries, around }: GalleryProps) {
  const stage = useStage()
  useEffect(() => {
    const page = document.documentElement
    page.dataset['theme'] = stage.theme
    page.lang = stage.language
    page.dir = isRightToLeft(languageOf(stage.language).tag) ? 'rtl' : 'ltr'
    page.style.fontSize = stage.text
  }, [stage])
  return (
    <>
      <header className="gallery__head">
        <h1>{title}</h1>
        <How stage={stage} />
      </header>
      <nav className="gallery__list" aria-label="Controls">
        <ul>
          {entries.map((entry) => (
            <li key={entry.file}>
              <a href={addressOf({ ...stage, shown: nameOf(entry) })}>{nameOf(entry)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="gallery__stage" key={JSON.stringify(stage)}>
        <Shown entries={entries} stage={stage} around={around} />
      </main>
    </>
  )
}

function Shown({ entries, stage, around }: Omit<GalleryProps, 'title'> & { stage: Stage }) {
  const [name, state] = stage.shown.split('/')
  const entry = entries.find((one) => nameOf(one) === name)
  if (entry === undefined) return <p>Choose a control.</p>
  const states = Object.entries(entry.states)
  const shown = states.filter(([words]) => (entry.isModal === true ? words === state : true))
  return (
    <>
      <h2>{nameOf(entry)}</h2>
      {entry.isModal === true &&
        states.map(([words]) => (
          <p key={words}>
            <a href={addressOf({ ...stage, shown: `${nameOf(entry)}/${words}` })}>{words}</a>
          </p>
        ))}
      {shown.map(([words, show]) => (
        <section key={words} className="gallery__state" aria-label={words}>
          <h3>{words}</h3>
          {around(stage, show())}
        </section>
      ))}
    </>
  )
}

const choices = { theme: themes, language: languageTags, text: textSizes }

function How({ stage }: { stage: Stage }) {
  return (
    <div className="gallery__how">
      {Object.entries(choices).map(([name, options]) => (
        <p key={name}>
          {options.map((option) => (
            <a
              key={option}
              href={addressOf({ ...stage, [name]: option })}
              aria-current={Object.values(stage).includes(option) ? 'true' : undefined}
            >
              {option}
            </a>
          ))}
        </p>
      ))}
    </div>
  )
}

function useStage(): Stage {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => location.hash,
  )
  return stageOf(hash)
}
