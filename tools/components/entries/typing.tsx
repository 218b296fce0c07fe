import { useState, type ReactNode } from 'react'
import { DateField } from '../../../src-renderer/controls/DateField.tsx'
import { Field } from '../../../src-renderer/controls/Field.tsx'
import { PasswordInput } from '../../../src-renderer/controls/PasswordInput.tsx'
import { PhoneInput } from '../../../src-renderer/controls/PhoneInput.tsx'
import { PinInput } from '../../../src-renderer/controls/PinInput.tsx'
import { PlateInput } from '../../../src-renderer/controls/PlateInput.tsx'
import { TimeField } from '../../../src-renderer/controls/TimeField.tsx'
import { longText, type Entry } from '../entry.ts'

/** Keeps what is typed, so that a control can be tried. */
function Kept({
  first,
  show,
}: {
  first: string
  show: (value: string, onValue: (value: string) => void) => ReactNode
}) {
  const [value, setValue] = useState(first)
  return show(value, setValue)
}

const inField = (show: Parameters<typeof Field>[0]['children'], more: { hint?: string; fault?: string } = {}) => (
  <Field label="Label" {...more}>
    {show}
  </Field>
)

export const typing: readonly Entry[] = [
  {
    file: 'src-renderer/controls/Field.tsx',
    states: {
      empty: () => inField((tied) => <input {...tied} className="input" />),
      filled: () => inField((tied) => <input {...tied} className="input" defaultValue="Lakeside Parking" />),
      'with a hint': () =>
        inField((tied) => <input {...tied} className="input" />, { hint: 'As it stands on receipts.' }),
      fault: () => inField((tied) => <input {...tied} className="input" />, { fault: 'Give the car park a name.' }),
      disabled: () => inField((tied) => <input {...tied} className="input" disabled defaultValue="Lakeside" />),
      'long text': () => (
        <Field label={longText} hint={longText} fault={longText}>
          {(tied) => <input {...tied} className="input" defaultValue={longText} />}
        </Field>
      ),
    },
  },
  {
    file: 'src-renderer/controls/DateField.tsx',
    states: {
      empty: () => (
        <Kept first="" show={(value, onValue) => <DateField label="Day" value={value} onValue={onValue} />} />
      ),
      filled: () => (
        <Kept
          first="2025-12-05"
          show={(value, onValue) => <DateField label="Day" value={value} onValue={onValue} hint="Included." />}
        />
      ),
      'after the last day': () => (
        <Kept
          first="2025-12-08"
          show={(value, onValue) => <DateField label="Day" value={value} onValue={onValue} max="2025-12-05" />}
        />
      ),
      fault: () => <DateField label="Day" value="" onValue={() => undefined} fault="Pick a day." />,
      disabled: () => <DateField label="Day" value="2025-12-05" onValue={() => undefined} disabled />,
      'long text': () => <DateField label={longText} value="" onValue={() => undefined} hint={longText} />,
    },
  },
  {
    file: 'src-renderer/controls/TimeField.tsx',
    states: {
      empty: () => (
        <Kept first="" show={(value, onValue) => <TimeField label="Time" value={value} onValue={onValue} />} />
      ),
      filled: () => (
        <Kept first="16:20" show={(value, onValue) => <TimeField label="Time" value={value} onValue={onValue} />} />
      ),
      fault: () => (
        <TimeField label="Time" value="" onValue={() => undefined} fault="Say when." hint="By the site’s clock." />
      ),
      disabled: () => <TimeField label="Time" value="16:20" onValue={() => undefined} disabled />,
    },
  },
  {
    file: 'src-renderer/controls/PlateInput.tsx',
    states: {
      empty: () =>
        inField((tied) => (
          <Kept first="" show={(value, onValue) => <PlateInput {...tied} {...{ value, onValue }} />} />
        )),
      filled: () => inField((tied) => <PlateInput {...tied} value="KL 07 BX 1234" onValue={() => undefined} />),
      fault: () =>
        inField((tied) => <PlateInput {...tied} value="K" onValue={() => undefined} />, {
          fault: 'Type the whole plate.',
        }),
    },
  },
  {
    file: 'src-renderer/controls/PhoneInput.tsx',
    states: {
      empty: () =>
        inField((tied) => (
          <Kept first="" show={(value, onValue) => <PhoneInput {...tied} {...{ value, onValue }} />} />
        )),
      fault: () =>
        inField((tied) => <PhoneInput {...tied} value="12" onValue={() => undefined} />, {
          fault: 'That is too short.',
        }),
    },
  },
  {
    file: 'src-renderer/controls/PinInput.tsx',
    states: {
      empty: () => (
        <Kept first="" show={(value, onValue) => <PinInput value={value} isWrong={false} onValue={onValue} />} />
      ),
      fault: () => <PinInput value="12" isWrong onValue={() => undefined} />,
    },
  },
  {
    file: 'src-renderer/controls/PasswordInput.tsx',
    states: {
      empty: () => (
        <Kept
          first=""
          show={(value, onValue) => <PasswordInput aria-label="Password" value={value} onValue={onValue} />}
        />
      ),
      fault: () => <PasswordInput aria-label="Password" aria-invalid value="short" onValue={() => undefined} />,
    },
  },
]
