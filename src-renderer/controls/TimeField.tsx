import { parseTime } from '@internationalized/date'
import { useRef } from 'react'
import { DateInput, FieldError, Label, Text, TimeField as Library } from 'react-aria-components'
import { useEnterSends } from './enter-sends.ts'
import { InLanguage } from './InLanguage.tsx'
import { Segment } from './Segment.tsx'

interface TimeFieldProps {
  readonly label: string
  /** HH:MM, or nothing. */
  readonly value: string
  /** Hears of whole times only, and of '' when the field was emptied. */
  readonly onValue: (time: string) => void
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly disabled?: boolean
}

/** A time of day on the site's clock, of 24 hours whatever the device is set to. */
export function TimeField({ label, value, onValue, hint, fault, disabled = false }: TimeFieldProps) {
  const input = useRef<HTMLDivElement>(null)
  useEnterSends(input)
  return (
    <InLanguage>
      <Library
        className="field"
        value={/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? parseTime(value) : null}
        onChange={(time) => onValue(time === null ? '' : time.toString().slice(0, 5))}
        hourCycle={24}
        granularity="minute"
        isInvalid={fault !== undefined}
        isDisabled={disabled}
        validationBehavior="aria"
        shouldForceLeadingZeros
      >
        <Label className="field__label">{label}</Label>
        <DateInput className="input parts" ref={input}>
          {(segment) => <Segment segment={segment} />}
        </DateInput>
        {fault !== undefined && <FieldError className="field__fault">{fault}</FieldError>}
        {hint !== undefined && (
          <Text slot="description" elementType="p" className="field__hint">
            {hint}
          </Text>
        )}
      </Library>
    </InLanguage>
  )
}
