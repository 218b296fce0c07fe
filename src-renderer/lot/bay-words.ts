import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import type { LotMapWords } from '../../src-shared/ui/lot-map/LotMap.tsx'

/** A bay's accessible name: `A12, car, taken, KL 07 BX 1234, until 16:20`. @param at the site's time of an instant, in words */
export function bayName(bay: LotBay, at: (instant: string) => string, t: Translator): string {
  return [
    bay.label,
    bay.bay_class === null ? t('lot.class.wash') : t(`tariff.class.${bay.bay_class}`),
    t(`lot.state.${bay.state}`),
    bay.plate,
    bay.until === null ? null : t('lot.until', { time: at(bay.until) }),
    bay.next === null ? null : t('lot.nextAt', { plate: bay.next.plate, time: at(bay.next.start) }),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

export function mapWords(t: Translator): LotMapWords {
  return {
    map: t('lot.map'),
    controls: t('lot.controls'),
    zoomIn: t('lot.zoomIn'),
    zoomOut: t('lot.zoomOut'),
    pan: { up: t('lot.pan.up'), right: t('lot.pan.right'), down: t('lot.pan.down'), left: t('lot.pan.left') },
    entrance: t('lot.entrance'),
    exit: t('lot.exit'),
    washHall: t('lot.washHall'),
  }
}
