import { DateSegment, type DateSegmentProps } from 'react-aria-components'
import { useT } from '../../src-shared/ui/translator.tsx'

/** One part of a day or a time, such as the month. */
export function Segment({ segment }: DateSegmentProps) {
  const t = useT()
  return (
    <DateSegment segment={segment} className="parts__part">
      {({ text, type, isPlaceholder }) =>
        isPlaceholder && (type === 'day' || type === 'month' || type === 'year')
          ? t(`controls.date.${type}Short`)
          : text
      }
    </DateSegment>
  )
}
