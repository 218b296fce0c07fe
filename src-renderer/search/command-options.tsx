import type { Role } from '../../src-shared/api/fields.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { goTo } from '../shell/hash-route.ts'
import { screens, screensOf } from '../shell/screens.tsx'
import { commands, digitOf } from '../shell/shortcut-table.ts'
import { meansCommand } from './command-match.ts'
import type { OptionGroup } from './OptionList.tsx'

/** What can be done and where one can go, each with the key that does it faster next time. */
export function useCommandOptions(role: Role, typed: string): OptionGroup[] {
  const t = useT()
  const doing = commands.map(({ id, keys, words, run }) => ({ id, words: t(words), key: keys[0], run }))
  const going = screensOf(role).map((screen, place) => ({
    id: `go-${screen}`,
    words: t('search.go', { screen: t(screens[screen].title) }),
    key: digitOf(place),
    run: () => goTo(screen),
  }))
  const meant = (options: readonly ((typeof doing)[number] | (typeof going)[number])[]) =>
    options
      .filter(({ words }) => meansCommand(typed, words))
      .map(({ id, words, key, run }) => ({ id, run, content: <CommandWords words={words} keyName={key} /> }))
  return [
    { name: t('search.actions'), options: meant(doing) },
    { name: t('search.screens'), options: meant(going) },
  ]
}

function CommandWords({ words, keyName }: { words: string; keyName: string | undefined }) {
  return (
    <>
      <span className="palette__words">{words}</span>
      {keyName !== undefined && <kbd>{keyName}</kbd>}
    </>
  )
}
