import type { Failure } from '../../../src-renderer/connection/failure.ts'
import { Countdown } from '../../../src-renderer/controls/Countdown.tsx'
import { EmptyState } from '../../../src-renderer/controls/EmptyState.tsx'
import { Button } from '../../../src-renderer/controls/Button.tsx'
import { FailureNote } from '../../../src-renderer/controls/FailureNote.tsx'
import { Plate } from '../../../src-renderer/controls/Plate.tsx'
import { QrImage } from '../../../src-renderer/controls/QrImage.tsx'
import { ResourceView } from '../../../src-renderer/controls/ResourceView.tsx'
import { SiteTime } from '../../../src-renderer/controls/SiteTime.tsx'
import { StaleNote } from '../../../src-renderer/controls/StaleNote.tsx'
import { Waiting } from '../../../src-renderer/controls/Waiting.tsx'
import { longText, type Entry } from '../entry.ts'

const NOON = '2025-12-05T12:40:00+05:30'
const unreachable: Failure = { code: 'unreachable', fields: [] }
/** Stands for what the server draws. */
const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 3"><path d="M0 0h3v3H0zM1 1v1h1V1z"/></svg>'
const nothing = () => undefined
const list = (value: string) => <p>{value}</p>

export const telling: readonly Entry[] = [
  {
    file: 'src-renderer/controls/Plate.tsx',
    states: {
      usual: () => <Plate plate="KL 07 BX 1234" />,
      large: () => <Plate plate="KL 07 BX 1234" large />,
      erased: () => <Plate plate="" />,
    },
  },
  {
    file: 'src-renderer/controls/QrImage.tsx',
    states: {
      drawn: () => <QrImage className="pairing__qr" svg={square} size={240} alt="What the code leads to" />,
    },
  },
  {
    file: 'src-renderer/controls/SiteTime.tsx',
    states: {
      today: () => <SiteTime at={NOON} />,
      'another day': () => <SiteTime at="2025-12-08T09:00:00+05:30" />,
    },
  },
  {
    file: 'src-renderer/controls/Countdown.tsx',
    states: { running: () => <Countdown deadline="2025-12-05T12:49:00+05:30" words="console.bookings.left" /> },
  },
  {
    file: 'src-renderer/controls/EmptyState.tsx',
    states: {
      empty: () => <EmptyState title="No bays yet" hint="Add the first ones; a run such as A01 to A20 is one step." />,
      'with a button': () => (
        <EmptyState title="No bays yet" hint="Add the first ones.">
          <Button look="primary">Add bays</Button>
        </EmptyState>
      ),
      'long text': () => <EmptyState title={longText} hint={longText} />,
    },
  },
  {
    file: 'src-renderer/controls/FailureNote.tsx',
    states: {
      refused: () => <FailureNote failure={{ code: 'slot_taken', fields: [] }} />,
      'to be tried again': () => <FailureNote failure={unreachable} onRetry={nothing} />,
    },
  },
  {
    file: 'src-renderer/controls/StaleNote.tsx',
    states: { timed: () => <StaleNote asOf={NOON} />, untimed: () => <StaleNote /> },
  },
  {
    file: 'src-renderer/controls/Waiting.tsx',
    states: { loading: () => <Waiting /> },
  },
  {
    file: 'src-renderer/controls/ResourceView.tsx',
    states: {
      loading: () => (
        <ResourceView resource={{ is: 'loading' }} onRetry={nothing}>
          {list}
        </ResourceView>
      ),
      ready: () => (
        <ResourceView resource={{ is: 'ready', value: '14 bookings', waiting: false }} onRetry={nothing}>
          {list}
        </ResourceView>
      ),
      failed: () => (
        <ResourceView resource={{ is: 'failed', failure: unreachable }} onRetry={nothing}>
          {list}
        </ResourceView>
      ),
      stale: () => (
        <ResourceView
          resource={{ is: 'stale', value: '14 bookings', failure: unreachable }}
          asOf={() => NOON}
          onRetry={nothing}
        >
          {list}
        </ResourceView>
      ),
    },
  },
]
