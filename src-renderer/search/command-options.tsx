import type { Role } from '../../src-shared/api/fields.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { commandsOf, screenCommands, type CommandId, type ScreenCommand } from '../commands/command-table.ts'
import { goToCommand, runCommand } from '../commands/run-command.ts'
import { needsOf } from '../commands/use-things.tsx'
import { goTo } from '../shell/hash-route.ts'
import { screens, screensOf } from '../shell/screens.tsx'
import { commands, digitOf } from '../shell/shortcut-table.ts'
import { useSite } from '../shell/site.tsx'
import { meansCommand } from './command-match.ts'
import type { OptionGroup, PaletteOption } from './OptionList.tsx'

/**
 * What can be done and where one can go, each with the key that does it faster next time.
 * @param onAsk told of a command that needs to know what it is done to
 */
export function useCommandOptions(role: Role, typed: string, onAsk: (id: CommandId) => void): OptionGroup[] {
  const t = useT()
  const { demo } = useSite()
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
  // Too many to be read through: they are there for whoever begins to type.
  const screenOptions = () =>
    commandsOf(role, screensOf(role), demo).flatMap((id): PaletteOption[] => {
      const { screen, words, needs }: ScreenCommand = screenCommands[id]
      const where = screen === null ? t('shell.person') : t(screens[screen].title)
      if (!meansCommand(typed, `${t(words)} ${where}`)) return []
      const content = <CommandWords words={needs === undefined ? t(words) : `${t(words)}…`} where={where} />
      if (needs === undefined) return [{ id, content, run: () => runCommand(id, undefined, t) }]
      const ask = () => {
        // What one may choose from stands on the screen itself.
        if (needsOf(id) !== 'bay' && needsOf(id) !== 'booking') goToCommand(id)
        onAsk(id)
      }
      return [{ id, content, keepsOpen: true, run: ask }]
    })
  return [
    { name: t('search.actions'), options: [...meant(doing), ...(typed.trim() === '' ? [] : screenOptions())] },
    { name: t('search.screens'), options: meant(going) },
  ]
}

function CommandWords({ words, where, keyName }: { words: string; where?: string; keyName?: string | undefined }) {
  return (
    <>
      <span className="palette__words">{words}</span>
      {where !== undefined && <span className="palette__where">{where}</span>}
      {keyName !== undefined && <kbd>{keyName}</kbd>}
    </>
  )
}
