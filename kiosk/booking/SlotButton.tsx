import type { WashSlot } from '../../src-shared/api/booking-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../session/kiosk-context.ts'
import type { Offer } from './live-slots.ts'

interface SlotButtonProps {
  readonly slot: WashSlot
  readonly offer: Offer
  /** Nothing can be booked now, for a reason said elsewhere. */
  readonly blocked: boolean
  readonly onChoose: () => void
}

export function SlotButton({ slot, offer, blocked, onChoose }: SlotButtonProps) {
  const t = useT()
  const { timezone } = useSite()
  const end = formatTimeOfDay(parseInstant(slot.end) ?? 0, timezone, t.language)
  return (
    <button
      type="button"
      className="card slot"
      data-offer={offer}
      disabled={offer !== 'open' || blocked}
      onClick={onChoose}
    >
      <span className="slot__label tabular ltr">{slot.label}</span>
      {offer === 'open' ? (
        <span className="slot__more tabular">
          {t('kiosk.slot.until', { end })}
          {slot.remaining === 1 && ` · ${t('kiosk.slot.last')}`}
        </span>
      ) : (
        <span className="badge">{t(`kiosk.slot.${offer}`)}</span>
      )}
    </button>
  )
}
