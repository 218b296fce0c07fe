import { toast } from 'react-toastify/unstyled'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { filterToQuery, noFilter } from '../bookings/filters.ts'
import { lotViewToQuery } from '../lot/lot-view.ts'
import { goTo, parseHash } from '../shell/hash-route.ts'
import { screenCommands, type CommandId, type ScreenCommand } from './command-table.ts'
import { pressInTurn, type ButtonRef } from './press-buttons.ts'

/** What a command is done to. */
export type Thing =
  | { readonly is: 'bay'; readonly bay: Pick<LotBay, 'id'> }
  | { readonly is: 'booking'; readonly reference: string }
  | { readonly is: 'row'; readonly name: string }

/** Goes to where a command's button is, so that its rows can be chosen from. */
export function goToCommand(id: CommandId): void {
  const { screen }: ScreenCommand = screenCommands[id]
  // A search or a day that somebody has narrowed the screen to stays.
  if (screen !== null && parseHash(location.hash).screen !== screen) goTo(screen)
}

/** Goes to the screen of a command and presses its button; says so where the screen does not have it now. */
export function runCommand(id: CommandId, thing: Thing | undefined, t: Translator): void {
  const { words, isOnlyShown = false }: ScreenCommand = screenCommands[id]
  const missing = () => toast.info(t('search.notNow', { command: t(words) }))
  pressInTurn(
    pathTo(id, thing).map((button) => ({ ...button, isOnlyShown: isOnlyShown && button.command === id })),
    missing,
  )
  if (thing?.is === 'bay') goTo('lot', lotViewToQuery({ bayId: thing.bay.id, bayClass: null, as: 'map' }))
  else if (thing?.is === 'booking') goTo('bookings', filterToQuery({ ...noFilter, text: thing.reference }))
  else goToCommand(id)
}

/** The buttons that lead to a command's own, and that one last. */
export function pathTo(id: CommandId, thing: Thing | undefined): readonly ButtonRef[] {
  const { needs }: ScreenCommand = screenCommands[id]
  if (thing?.is === 'bay') return [{ command: id, of: thing.bay.id }]
  if (thing?.is === 'booking') {
    return [
      { command: 'booking.open', of: thing.reference },
      { command: id, of: thing.reference },
    ]
  }
  if (thing?.is !== 'row') return [{ command: id }]
  return typeof needs === 'object'
    ? [{ command: needs.rows, name: thing.name }, { command: id }]
    : [{ command: id, name: thing.name }]
}
