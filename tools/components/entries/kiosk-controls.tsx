import { useState } from 'react'
import { Busy } from '../../../kiosk/frame/Busy.tsx'
import { Countdown } from '../../../kiosk/frame/Countdown.tsx'
import { PrimaryButton } from '../../../kiosk/frame/PrimaryButton.tsx'
import { QuestionDialog } from '../../../kiosk/frame/QuestionDialog.tsx'
import { KeyGrid } from '../../../kiosk/keys/KeyGrid.tsx'
import { TypedField } from '../../../kiosk/keys/TypedField.tsx'
import { longText, type Entry } from '../entry.ts'

const nothing = () => undefined
const keys = { label: 'Keys', rows: ['123', '456', '789', '0'] }

function Plate() {
  const [text, setText] = useState('KL 07')
  return (
    <TypedField
      label="Number plate"
      className="plate plate--large"
      text={text}
      accept={(typed) => typed.toUpperCase().slice(0, 12)}
      onChange={setText}
      onEnter={nothing}
      keys={keys}
    />
  )
}

export const kioskControls: readonly Entry[] = [
  {
    file: 'kiosk/frame/PrimaryButton.tsx',
    states: {
      usual: () => <PrimaryButton onPress={nothing}>Book it</PrimaryButton>,
      'not now': () => (
        <PrimaryButton onPress={nothing} blockedBecause="The time is being checked.">
          Book it
        </PrimaryButton>
      ),
      'long text': () => <PrimaryButton onPress={nothing}>{longText}</PrimaryButton>,
    },
  },
  {
    file: 'kiosk/frame/Busy.tsx',
    states: {
      loading: () => <Busy words="One moment" />,
      'loading for long': () => <Busy words="One moment" slow="The car park is being asked which bays are free." />,
    },
  },
  {
    file: 'kiosk/frame/Countdown.tsx',
    states: {
      running: () => <Countdown label="Yours for" msLeft={274_000} />,
      'the last minute': () => <Countdown label="Yours for" msLeft={42_000} />,
      'not known': () => <Countdown label="Yours for" msLeft={null} />,
    },
  },
  {
    file: 'kiosk/keys/KeyGrid.tsx',
    states: {
      usual: () => <KeyGrid {...keys} onKey={nothing} onDelete={nothing} />,
      'nothing to delete': () => <KeyGrid {...keys} onKey={nothing} onDelete={undefined} />,
    },
  },
  { file: 'kiosk/keys/TypedField.tsx', states: { filled: () => <Plate /> } },
  {
    file: 'kiosk/frame/QuestionDialog.tsx',
    isModal: true,
    states: {
      asks: () => (
        <QuestionDialog title="Are you still there?" body="Your bay is given back in 20 seconds." onCancel={nothing}>
          <button type="button" className="button button--primary">
            Yes, go on
          </button>
        </QuestionDialog>
      ),
      'long text': () => (
        <QuestionDialog title={longText} body={longText.repeat(3)} onCancel={nothing}>
          <button type="button" className="button button--primary">
            {longText}
          </button>
        </QuestionDialog>
      ),
    },
  },
]
