import { createRef } from 'react'
import { Button } from '../../../src-renderer/controls/Button.tsx'
import { ConfirmDialog } from '../../../src-renderer/controls/ConfirmDialog.tsx'
import { DateField } from '../../../src-renderer/controls/DateField.tsx'
import { Dialog } from '../../../src-renderer/controls/Dialog.tsx'
import { Field } from '../../../src-renderer/controls/Field.tsx'
import { PinDialog } from '../../../src-renderer/controls/PinDialog.tsx'
import { SecuredDialog } from '../../../src-renderer/controls/SecuredDialog.tsx'
import { TimedFormDialog } from '../../../src-renderer/controls/TimedFormDialog.tsx'
import { longText, type Entry } from '../entry.ts'

const nothing = () => undefined
const undone = <p>It cannot be undone.</p>
const later = () => Promise.resolve()
const confirm = { title: 'Cancel the booking?', confirm: 'Cancel it', onConfirm: nothing, onClose: nothing } as const
const timed = {
  title: 'Walk-in',
  submit: 'Print the ticket',
  form: createRef<HTMLFormElement>(),
  onSubmit: later,
} as const

export const dialogs: readonly Entry[] = [
  {
    file: 'src-renderer/controls/Dialog.tsx',
    isModal: true,
    states: {
      usual: () => (
        <Dialog title="Add a closure" onClose={nothing} actions={<Button look="primary">Close these days</Button>}>
          <DateField label="First day" value="2025-12-06" onValue={nothing} />
        </Dialog>
      ),
      wide: () => (
        <Dialog title="Find or do" size="wide" onClose={nothing}>
          <p>A plate, a ticket, a reference, or what one wants to do.</p>
        </Dialog>
      ),
      'long text': () => (
        <Dialog title={longText} onClose={nothing} actions={<Button>{longText}</Button>}>
          <p>{longText.repeat(12)}</p>
        </Dialog>
      ),
    },
  },
  {
    file: 'src-renderer/controls/ConfirmDialog.tsx',
    isModal: true,
    states: {
      asks: () => (
        <ConfirmDialog {...confirm} task={{ is: 'idle' }}>
          {undone}
        </ConfirmDialog>
      ),
      loading: () => (
        <ConfirmDialog {...confirm} task={{ is: 'busy' }}>
          {undone}
        </ConfirmDialog>
      ),
      refused: () => (
        <ConfirmDialog {...confirm} task={{ is: 'failed', failure: { code: 'unreachable', fields: [] } }}>
          {undone}
        </ConfirmDialog>
      ),
    },
  },
  {
    file: 'src-renderer/controls/PinDialog.tsx',
    isModal: true,
    states: {
      asks: () => (
        <PinDialog title="Unpair the tablet" confirm="Unpair" look="danger" onConfirm={later} onClose={nothing} />
      ),
    },
  },
  {
    file: 'src-renderer/controls/SecuredDialog.tsx',
    isModal: true,
    states: {
      asks: () => (
        <SecuredDialog
          title="Correct the entry"
          cancel="Cancel"
          confirm="Correct"
          isRight={false}
          onSend={later}
          onPin={nothing}
          onClose={nothing}
        >
          {() => <Field label="Why">{(tied) => <input {...tied} className="input" />}</Field>}
        </SecuredDialog>
      ),
    },
  },
  {
    file: 'src-renderer/controls/TimedFormDialog.tsx',
    isModal: true,
    states: {
      asks: () => (
        <TimedFormDialog {...timed} onClose={nothing} task={{ is: 'idle' }}>
          <Field label="Plate">{(tied) => <input {...tied} className="input input--plate" />}</Field>
        </TimedFormDialog>
      ),
      loading: () => (
        <TimedFormDialog {...timed} onClose={nothing} task={{ is: 'busy' }}>
          <Field label="Plate">{(tied) => <input {...tied} className="input input--plate" />}</Field>
        </TimedFormDialog>
      ),
    },
  },
]
