import type { ClockClient, ClockLogLine, ClockReport, ClockSource } from '../../src-shared/api/clock-schemas.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import type { MessageKey, Translator } from '../../src-shared/i18n/translate.ts'
import { formatSpan } from './spans.ts'
import { AGREES_WITHIN_MS, doSourcesObject } from './vouching.ts'

/** A device clock that is off by more than this is worth a word to staff, in ms. */
const DEVICE_OFF_MS = 5000

/** What to do about the state of the clock, if anything. */
export function adviceFor(report: ClockReport): MessageKey {
  const { state, wall_ahead_ms: ahead, sources } = report
  if (state === 'trusted') return 'clock.do.nothing'
  if (state === 'provisional') return sources.length === 0 ? 'clock.do.compare' : 'clock.do.wait'
  if (doSourcesObject(report)) return 'clock.do.setRight'
  if (Math.abs(ahead) <= AGREES_WITHIN_MS) return 'clock.do.agreesAgain'
  return 'clock.do.compareThenVouch'
}

/** The OS clock beside business time, in words. */
export function wallWords(aheadMs: number, t: Translator): string {
  if (Math.abs(aheadMs) <= AGREES_WITHIN_MS) return t('clock.wall.agrees', { span: formatSpan(aheadMs, t) })
  return t(aheadMs > 0 ? 'clock.wall.ahead' : 'clock.wall.behind', { span: formatSpan(aheadMs, t) })
}

/** What the time sources say together, in words. */
export function agreementWords({ sources, agreement, sources_bear_out: verdict }: ClockReport, t: Translator): string {
  if (sources.length === 0) return t('clock.agreement.noSources')
  if (agreement === null || verdict === null) return t('clock.agreement.none', { total: sources.length })
  const values = {
    count: agreement.count,
    total: sources.length,
    error: formatSpan(Math.max((agreement.hi_ms - agreement.lo_ms) / 2, 1), t),
  }
  return t(`clock.agreement.${verdict}`, values)
}

/** Why a source is of no use just now; null when it is. */
export function troubleWords({ trouble, offset_ms: offset }: ClockSource, t: Translator): string | null {
  if (trouble === null) return offset === null ? t('clock.trouble.notAsked') : null
  const key = `clock.trouble.${trouble.replace(/^kiss .*$/, 'kiss')}`
  return t(Object.hasOwn(english, key) ? (key as MessageKey) : 'clock.trouble.other')
}

/** How many of the last eight tries were answered. @param reach a bit for each, the newest lowest */
export function reachMarks(reach: number): boolean[] {
  return Array.from({ length: 8 }, (_, index) => ((reach >> (7 - index)) & 1) === 1)
}

/** A device's clock that somebody should set right; null when it is near enough, or not known. */
export function deviceClockWords(
  { device_offset_ms: offset }: Pick<ClockClient, 'device_offset_ms'>,
  t: Translator,
): string | null {
  if (offset === null || Math.abs(offset) <= DEVICE_OFF_MS) return null
  return t(offset > 0 ? 'clock.device.ahead' : 'clock.device.behind', { span: formatSpan(offset, t) })
}

/** What happened to the clock. */
export function happeningWords({ what, slept_ms: slept }: ClockLogLine, t: Translator): string {
  if (what === 'slept') return t('clock.log.slept', { span: formatSpan(slept ?? 0, t) })
  const key = `clock.log.${what}`
  return Object.hasOwn(english, key) ? t(key as MessageKey) : what
}

/** Who was behind it. @param me the id of whoever is signed in */
export function actorWords({ actor, actor_name: name }: ClockLogLine, me: string, t: Translator): string {
  if (actor === 'clock') return t('clock.log.by.clock')
  if (actor === 'sources') return t('clock.log.by.sources')
  if (actor === `user:${me}`) return t('clock.log.by.you')
  return name ?? t('clock.log.by.staff')
}

/** Why, as it was given; the sources' own reason has words of its own. */
export function reasonWords({ actor, reason }: ClockLogLine, t: Translator): string | null {
  return actor === 'sources' ? t('clock.log.because.sources') : reason
}

/** What this computer offers to notice sleep and restarts by. */
export function bootWords({ boot_clock: hasClock, boot_id: hasId }: ClockReport): MessageKey {
  if (hasClock) return hasId ? 'clock.boot.full' : 'clock.boot.noId'
  return hasId ? 'clock.boot.noClock' : 'clock.boot.neither'
}
