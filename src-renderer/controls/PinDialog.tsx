import { useState, type ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { isPin } from './pin.ts'
import { PinInput } from './PinInput.tsx'
import { SecuredDialog } from './SecuredDialog.tsx'

interface PinDialogProps {
  readonly title: string
  /** The word on the button that does it. */
  readonly confirm: string
  readonly look?: 'primary' | 'danger'
  /** What else keeps it from being sent, in words. */
  readonly fault?: string | undefined
  /** Ends when the server has done it; what it refuses is told in the dialog. */
  readonly onConfirm: (pin: string) => Promise<void>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks for the PIN before an act that matters. */
export function PinDialog({ title, confirm, look, fault, onConfirm, onClose, children }: PinDialogProps) {
  const t = useT()
  const [pin, setPin] = useState('')
  return (
    <SecuredDialog
      title={title}
      cancel={t('common.cancel')}
      confirm={confirm}
      look={look}
      isRight={isPin(pin) && fault === undefined}
      onSend={() => onConfirm(pin)}
      onPin={setPin}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          {children}
          {isTried && fault !== undefined && <p className="field__fault">{fault}</p>}
          <PinInput value={pin} isWrong={isTried && !isPin(pin)} onValue={setPin} />
        </>
      )}
    </SecuredDialog>
  )
}
