import { useEffect, useState } from 'react'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { Lot } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { bookingActions } from '../bookings/booking-actions.ts'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { bayActions } from '../lot/bay-actions.ts'
import { BayStateMark } from '../lot/BayStateMark.tsx'
import { BookingFound } from '../search/match-options.tsx'
import { meansCommand } from '../search/command-match.ts'
import type { PaletteOption } from '../search/OptionList.tsx'
import { Plate } from '../controls/Plate.tsx'
import { screenCommands, type CommandId, type ScreenCommand } from './command-table.ts'
import { buttonName, buttonsOf } from './press-buttons.ts'
import { runCommand } from './run-command.ts'

/**
 * What a command can be done to, of what somebody typed means.
 * @param id undefined while no command asks for anything
 * @param bookings that the server found for what is typed
 */
export function useThings(
  id: CommandId | undefined,
  typed: string,
  bookings: readonly { readonly booking: StaffBooking; readonly isNear: boolean }[],
): PaletteOption[] {
  const t = useT()
  const needs = id === undefined ? undefined : needsOf(id)
  const bays = useBays(needs === 'bay')
  const rows = useRowNames(typeof needs === 'object' ? needs.rows : needs === 'row' ? id : undefined)
  if (id === undefined) return []
  if (needs === 'bay') {
    return bays
      .filter((bay) => bayActions(bay).some((action) => `bay.${action}` === id))
      .filter(({ label, plate, next }) => meansCommand(typed, `${label} ${plate ?? ''} ${next?.plate ?? ''}`))
      .map((bay) => ({
        id: `bay-${bay.id}`,
        content: (
          <>
            <strong className="palette__act">{t('lot.bay', { bay: bay.label })}</strong>
            <BayStateMark state={bay.state} />
            {bay.plate !== null && <Plate plate={bay.plate} />}
          </>
        ),
        run: () => runCommand(id, { is: 'bay', bay }, t),
      }))
  }
  if (needs === 'booking') {
    const able = bookings.filter(({ booking }) => bookingActions(booking).some((action) => `booking.${action}` === id))
    return able.map(({ booking, isNear }) => ({
      id: `of-${booking.id}`,
      content: <BookingFound booking={booking} isNear={isNear} />,
      run: () => runCommand(id, { is: 'booking', reference: booking.reference }, t),
    }))
  }
  return rows
    .filter((name) => meansCommand(typed, name))
    .map((name) => ({
      id: `row-${rows.indexOf(name)}`,
      content: <span className="palette__words">{name}</span>,
      run: () => runCommand(id, { is: 'row', name }, t),
    }))
}

export function needsOf(id: CommandId): ScreenCommand['needs'] {
  const { needs }: ScreenCommand = screenCommands[id]
  return needs
}

function useBays(isAsked: boolean) {
  const { resource } = useResource<Lot | null>({
    key: isAsked ? 'lot' : 'no lot',
    load: async () => (isAsked ? api.call('GET /api/v1/lot') : null),
  })
  return 'value' in resource ? (resource.value?.bays ?? []) : []
}

/** The names of the buttons that bear a command, kept current while the screen behind the palette loads and changes. */
function useRowNames(command: string | undefined): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    if (command === undefined) return
    const look = () => {
      const now = buttonsOf(command).map(buttonName)
      setNames((before) => (before.join('\n') === now.join('\n') ? before : now))
    }
    look()
    const observer = new MutationObserver(look)
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    return () => observer.disconnect()
  }, [command])
  return command === undefined ? [] : [...new Set(names)]
}
