import { useState, type ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { SecuredDialog } from '../controls/SecuredDialog.tsx'
import { AuthoriseFields } from './AuthoriseFields.tsx'
import { authoriseFaults, type Authorised } from './authorise.ts'

interface AuthoriseDialogProps {
  readonly title: string
  /** The word on the button that does it. */
  readonly confirm: string
  readonly look?: 'primary' | 'danger'
  /** What anybody may do with a reason needs no PIN. */
  readonly needsPin: boolean
  /** What is not right in the dialog's own fields, in words; asked when somebody sends it. */
  readonly fault?: string | undefined
  /** Ends when the server has done it. */
  readonly onConfirm: (authorised: Authorised) => Promise<void>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Something that is put on record with a reason, and mostly with the PIN. */
export function AuthoriseDialog(props: AuthoriseDialogProps) {
  const { title, confirm, look, needsPin, fault, onConfirm, onClose, children } = props
  const t = useT()
  const [form, setForm] = useState<Authorised>({ reason: '', pin: '' })
  const faults = authoriseFaults(form, needsPin)
  const send = async () => {
    await onConfirm({ reason: form.reason.trim(), pin: form.pin })
    onClose()
  }
  return (
    <SecuredDialog
      title={title}
      cancel={t('console.keep')}
      confirm={confirm}
      look={look}
      isRight={faults.length === 0 && fault === undefined}
      onSend={send}
      onPin={(pin) => setForm({ ...form, pin })}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          {children}
          {isTried && fault !== undefined && <p className="field__fault">{fault}</p>}
          <AuthoriseFields form={form} faults={isTried ? faults : []} needsPin={needsPin} onForm={setForm} />
        </>
      )}
    </SecuredDialog>
  )
}
