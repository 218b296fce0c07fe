import { useT } from '../../src-shared/ui/translator.tsx'
import { hrefOf } from '../shell/hash-route.ts'

const next = ['site', 'tariffs', 'services', 'staff', 'backups'] as const

/** What an owner looks at next, each with its own screen. */
export function DoneStep() {
  const t = useT()
  return (
    <ul className="step__facts">
      {next.map((screen) => (
        <li key={screen}>
          <a href={hrefOf(screen)}>{t(`start.done.${screen}`)}</a>
        </li>
      ))}
    </ul>
  )
}
