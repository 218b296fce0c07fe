import { useState } from 'react'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import type { Stay } from '../../src-shared/api/stay-schemas.ts'
import { ExitDialog } from './ExitDialog.tsx'
import { FindStayDialog } from './FindStayDialog.tsx'
import { LeftDialog } from './LeftDialog.tsx'

interface ExitProps {
  /** The car that leaves; somebody looks for it first when it is not known. */
  readonly stayId: string | undefined
  readonly text: string
  readonly onClose: () => void
}

type Step =
  | { readonly is: 'finding' }
  | { readonly is: 'leaving'; readonly stayId: string }
  | { readonly is: 'left'; readonly stay: Stay; readonly payment: Payment | null }

/** A car on its way out: find it, price it, take the money, let it go. */
export function Exit({ stayId, text, onClose }: ExitProps) {
  const [step, setStep] = useState<Step>(stayId === undefined ? { is: 'finding' } : { is: 'leaving', stayId })
  switch (step.is) {
    case 'finding':
      return (
        <FindStayDialog text={text} onFound={(stay) => setStep({ is: 'leaving', stayId: stay.id })} onClose={onClose} />
      )
    case 'leaving':
      return (
        <ExitDialog
          stayId={step.stayId}
          onLeft={(stay, payment) => setStep({ is: 'left', stay, payment })}
          onClose={onClose}
        />
      )
    case 'left':
      return (
        <LeftDialog
          stay={step.stay}
          payment={step.payment}
          onNext={() => setStep({ is: 'finding' })}
          onClose={onClose}
        />
      )
  }
}
