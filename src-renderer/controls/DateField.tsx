import { parseDate } from '@internationalized/date'
import { Button, DateInput, DatePicker, FieldError, Group, Label, Text } from 'react-aria-components'
import { isCalendarDate } from '../../src-shared/format/instant.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { CalendarPopover } from './CalendarPopover.tsx'
import { useEnterSends } from './enter-sends.ts'
import { InLanguage } from './InLanguage.tsx'
import { useOverlayPlace } from './overlay-place.ts'
import { Segment } from './Segment.tsx'

interface DateFieldProps {
  readonly label: string
  /** YYYY-MM-DD, or nothing. */
  readonly value: string
  /** Hears of whole days only, and of '' when the field was emptied. */
  readonly onValue: (date: string) => void
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  /** The earliest and the latest day, YYYY-MM-DD. */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly disabled?: boolean
  /** By which a form finds it (`data-name`). */
  readonly name?: string
}

/** A day on the site's calendar: typed by its parts, or pointed at. Today is the server's, never the device's. */
export function DateField({ label, value, onValue, hint, fault, min, max, disabled = false, name }: DateFieldProps) {
  const today = useServerTimeSelector((state) => state.timeData?.date)
  const beyond = useBeyond(value, min, max)
  const said = fault ?? beyond
  const { field, portal, find } = useOverlayPlace()
  useEnterSends(field)
  return (
    <InLanguage>
      <DatePicker
        className="field"
        value={dayOf(value) ?? null}
        onChange={(day) => onValue(day === null ? '' : day.toString())}
        // Where typing and the calendar begin.
        {...(today === undefined ? {} : { placeholderValue: parseDate(today) })}
        minValue={dayOf(min) ?? null}
        maxValue={dayOf(max) ?? null}
        isInvalid={said !== undefined}
        isDisabled={disabled}
        validationBehavior="aria"
        shouldForceLeadingZeros
        onOpenChange={find}
      >
        <Label className="field__label">{label}</Label>
        <Group className="input input--parts" ref={field} data-name={name}>
          <DateInput className="parts">{(segment) => <Segment segment={segment} />}</DateInput>
          <Button className="input__button">
            <CalendarSign />
          </Button>
        </Group>
        {said !== undefined && <FieldError className="field__fault">{said}</FieldError>}
        {hint !== undefined && (
          <Text slot="description" elementType="p" className="field__hint">
            {hint}
          </Text>
        )}
        <CalendarPopover portal={portal} today={today} />
      </DatePicker>
    </InLanguage>
  )
}

function dayOf(date: string | undefined) {
  return date !== undefined && isCalendarDate(date) ? parseDate(date) : undefined
}

/** A day that somebody typed and may not have. */
function useBeyond(value: string, min: string | undefined, max: string | undefined): string | undefined {
  const t = useT()
  if (!isCalendarDate(value)) return undefined
  if (min !== undefined && value < min) {
    return t('controls.date.tooEarly', { date: formatCalendarDate(min, t.language) })
  }
  if (max !== undefined && value > max) {
    return t('controls.date.tooLate', { date: formatCalendarDate(max, t.language) })
  }
  return undefined
}

function CalendarSign() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden="true"
    >
      <path d="M2 3.5h12v10.5H2zM2 7h12M5 1.5v3M11 1.5v3" />
    </svg>
  )
}
