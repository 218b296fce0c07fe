import { formatInstant } from '../../src-shared/format/instant.ts'
import type { CSSProperties } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useBookingBlocked } from '../frame/submit-gate.ts'
import type { Moment } from './stay-times.ts'

interface TimeGridProps {
  readonly moments: readonly Moment[]
  /** @param instant ISO 8601 */
  readonly onChoose: (instant: string) => void
}

/** The parts of the day, each with the first time of day that is not in it any more. */
const parts = [
  { part: 'morning', before: '12:00' },
  { part: 'afternoon', before: '17:00' },
  { part: 'evening', before: '24:01' },
] as const

/** Quarter hours to choose from, by the part of the day. */
export function TimeGrid({ moments, onChoose }: TimeGridProps) {
  const t = useT()
  const blocked = useBookingBlocked() !== undefined
  if (moments.length === 0) return <p className="empty">{t('kiosk.time.none')}</p>
  return parts.map(({ part, before }, index) => {
    const from = parts[index - 1]?.before ?? ''
    const inPart = moments.filter(({ label }) => label >= from && label < before)
    if (inPart.length === 0) return null
    return (
      <section key={part} className="time-part" aria-labelledby={`time-${part}`}>
        <h2 id={`time-${part}`} className="time-part__name">
          {t(`kiosk.time.${part}`)}
        </h2>
        <ul className="times">
          {inPart.map((moment) => (
            <li key={moment.atMs} className="times__slot" style={columnOf(moment, inPart[0])}>
              <button
                type="button"
                className="card time tabular"
                disabled={blocked}
                onClick={() => onChoose(formatInstant(moment.atMs))}
              >
                {moment.label}
              </button>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

/**
 * Numbers for the style sheet: which quarter of its hour, from 1, and whether its hour is the second of two in a row.
 * @param first with which the rows begin
 */
function columnOf(moment: Moment, first: Moment | undefined): CSSProperties {
  const quarter = (quartersIn(moment) % 4) + 1
  const hours = Math.floor(quartersIn(moment) / 4) - Math.floor(quartersIn(first ?? moment) / 4)
  return { '--quarter': quarter, '--second-hour': hours % 2 } as CSSProperties
}

/** Quarter hours since midnight, as the clock shows them. */
function quartersIn({ label }: Moment): number {
  const [hour = 0, minute = 0] = label.split(/[: ]/).map(Number)
  return hour * 4 + Math.floor(minute / 15)
}
