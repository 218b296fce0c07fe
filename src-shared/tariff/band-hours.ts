import type { TariffBand } from './tariff-plan.ts'

/** A band's hours in minutes of the day, 0 to 1440. An end that is not after the beginning lies on the next day. */
export interface BandHours {
  readonly from: number
  readonly to: number
}

export function bandHours(band: Pick<TariffBand, 'from' | 'to'>): BandHours {
  return { from: minuteOfDay(band.from), to: minuteOfDay(band.to) }
}

/** Whether the site's clock shows a time in the band. @param minute minutes since midnight, fractions allowed */
export function isInBand({ from, to }: BandHours, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to
}

function minuteOfDay(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}
