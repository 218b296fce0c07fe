import { toast } from 'react-toastify/unstyled'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import type { Authorised } from '../counter/authorise.ts'
import { offerUndo } from '../undo/undo.tsx'
import { bookingOf } from './bay-actions.ts'
import type { Moving } from './moving.ts'

/**
 * What the server is asked to do at a bay; each ends when it has, and the lot has been read anew.
 * All throw ApiError when the server refuses or does not answer.
 */
export function useBayWork(refresh: () => Promise<void>) {
  const t = useT()
  const undoable = async (words: string, takeBack: () => Promise<unknown>) => {
    offerUndo(words, async () => {
      await takeBack()
      await refresh()
    })
    await refresh()
  }
  const done = async (words: string) => {
    toast.success(words)
    await refresh()
  }
  return {
    checkIn: async (bay: LotBay) => {
      const id = bookingOf(bay)
      if (id === null) return
      const booking = await api.call('POST /api/v1/bookings/{id}/check-in', { params: { id } })
      await undoable(t('lot.done.checkIn', { plate: booking.plate, bay: booking.resource.label }), () =>
        undoCheckIn(booking.id),
      )
    },
    move: async ({ what, id, plate, fromId }: Moving, to: LotBay) => {
      const moveTo = (bayId: string): Promise<unknown> => {
        const request = { params: { id }, body: { bay_id: bayId } }
        return what === 'stay'
          ? api.call('POST /api/v1/stays/{id}/move', request)
          : api.call('POST /api/v1/bookings/{id}/move', request)
      }
      await moveTo(to.id)
      await undoable(t('lot.done.move', { plate, bay: to.label }), () => moveTo(fromId))
    },
    block: async (bay: LotBay, reason: string, until: string | undefined) => {
      const body = { reason, ...(until === undefined ? {} : { until }) }
      await api.call('POST /api/v1/bays/{id}/block', { params: { id: bay.id }, body })
      await undoable(t('lot.done.block', { bay: bay.label }), () => unblock(bay))
    },
    unblock: async (bay: LotBay) => {
      await unblock(bay)
      const body = { reason: bay.note ?? '', ...(bay.until === null ? {} : { until: bay.until }) }
      await undoable(t('lot.done.unblock', { bay: bay.label }), () =>
        api.call('POST /api/v1/bays/{id}/block', { params: { id: bay.id }, body }),
      )
    },
    correctEntry: async (stayId: string, enteredAt: string, { reason, pin }: Authorised) => {
      const body = { entered_at: enteredAt, reason, pin }
      const stay = await api.call('POST /api/v1/stays/{id}/correct-entry', { params: { id: stayId }, body })
      await done(t('lot.done.correctEntry', { plate: stay.plate }))
    },
    voidStay: async (stayId: string, authorised: Authorised) => {
      const stay = await api.call('POST /api/v1/stays/{id}/void', { params: { id: stayId }, body: authorised })
      await done(t('lot.done.void', { ticket: stay.ticket, bay: stay.bay.label }))
    },
  }
}

function unblock(bay: LotBay): Promise<unknown> {
  return api.call('POST /api/v1/bays/{id}/unblock', { params: { id: bay.id } })
}

/** The car that was let in just now did not come. */
export function undoCheckIn(bookingId: string): Promise<unknown> {
  return api.call('POST /api/v1/bookings/{id}/undo-check-in', { params: { id: bookingId } })
}

export type BayWork = ReturnType<typeof useBayWork>
