import { useState } from 'react'
import { Button } from '../../../src-renderer/controls/Button.tsx'
import { ComboBox } from '../../../src-renderer/controls/ComboBox.tsx'
import { LanguageSelect } from '../../../src-renderer/controls/LanguageSelect.tsx'
import { SavedFilterBar } from '../../../src-renderer/controls/SavedFilterBar.tsx'
import { longText, type Entry } from '../entry.ts'

const zones = ['Asia/Kathmandu', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/London'].map(
  (zone) => [zone, zone.replaceAll('_', ' ')] as const,
)

function Zones(more: Partial<Parameters<typeof ComboBox>[0]>) {
  const [zone, setZone] = useState(more.value ?? '')
  return <ComboBox label="Time zone" options={zones} onValue={setZone} {...more} value={zone} />
}

const nothing = () => undefined
const named = (name: string, isDefault = false) => ({ id: name, name, is_default: isDefault })

function Filters({
  chosen,
  names = ['Missed yesterday', 'Washes'],
}: {
  chosen: string | null | undefined
  names?: string[]
}) {
  return (
    <SavedFilterBar
      screen="bookings"
      filters={names.map((name, place) => named(name, place === 1))}
      chosen={chosen}
      onChoose={nothing}
      onSave={nothing}
      onChange={nothing}
    />
  )
}

export const choosing: readonly Entry[] = [
  {
    file: 'src-renderer/controls/Button.tsx',
    states: {
      plain: () => <Button>Book</Button>,
      primary: () => <Button look="primary">Book</Button>,
      quiet: () => <Button look="quiet">Book</Button>,
      danger: () => <Button look="danger">Cancel the booking</Button>,
      loading: () => (
        <Button look="primary" busy>
          Book
        </Button>
      ),
      'not now': () => <Button aria-disabled>Book</Button>,
      'long text': () => <Button look="primary">{longText}</Button>,
    },
  },
  {
    file: 'src-renderer/controls/LanguageSelect.tsx',
    states: {
      filled: () => <LanguageSelect label="Language of the print" value="en" onValue={nothing} />,
      'with a hint': () => (
        <LanguageSelect label="Language of the print" hint="The words only." value="ml" onValue={nothing} />
      ),
    },
  },
  {
    file: 'src-renderer/controls/ComboBox.tsx',
    states: {
      empty: () => <Zones />,
      filled: () => <Zones value="Asia/Kolkata" hint="Bookings follow this zone’s clock." />,
      fault: () => <Zones fault="Choose a zone." />,
      disabled: () => <Zones value="Asia/Kolkata" disabled />,
      'no option': () => <Zones options={[]} />,
      'long text': () => <Zones label={longText} options={[['long', longText]]} value="long" />,
    },
  },
  {
    file: 'src-renderer/controls/SavedFilterBar.tsx',
    states: {
      'none saved': () => <Filters chosen={null} names={[]} />,
      'as usual': () => <Filters chosen={null} />,
      chosen: () => <Filters chosen="Washes" />,
      'something else': () => <Filters chosen={undefined} />,
      'long text': () => <Filters chosen={longText} names={[longText]} />,
    },
  },
]
