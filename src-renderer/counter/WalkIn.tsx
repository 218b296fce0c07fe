import { useState } from 'react'
import type { ParkedStay } from '../../src-shared/api/stay-schemas.ts'
import type { ChosenBay } from './counter-task.ts'
import { TicketDialog } from './TicketDialog.tsx'
import { WalkInDialog } from './WalkInDialog.tsx'

interface WalkInProps {
  readonly bay: ChosenBay | undefined
  readonly plate: string
  readonly onClose: () => void
}

/** A car at the gate: its plate, a ticket, and the next car. */
export function WalkIn({ bay, plate, onClose }: WalkInProps) {
  const [ticket, setTicket] = useState<ParkedStay>()
  const [isFirst, setIsFirst] = useState(true)
  if (ticket !== undefined) {
    return (
      <TicketDialog
        stay={ticket}
        onNext={() => {
          setIsFirst(false)
          setTicket(undefined)
        }}
        onClose={onClose}
      />
    )
  }
  // What was pointed at was for the first car.
  return (
    <WalkInDialog bay={isFirst ? bay : undefined} plate={isFirst ? plate : ''} onTicket={setTicket} onClose={onClose} />
  )
}
