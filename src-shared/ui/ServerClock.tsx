import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { formatClock, formatDay } from '../format/site-time.ts'
import { toldWallMs, writeClock } from '../format/told-time.ts'
import { modeLimits } from '../time/clock-mode.ts'
import { isUntrusted } from './booking-block.ts'
import { formatUncertainty, isKnownZone, modeWord, serverClockWords } from './clock-words.ts'
import './server-clock.css'
import { useServerTime } from './server-time-hooks.ts'
import type { ServerTimeState } from './server-time-store.ts'
import { useT } from './translator.tsx'

export interface ServerClockProps {
  /** One line for a header, with the details in a tooltip; otherwise they stand below the time. */
  readonly compact?: boolean
  readonly showDate?: boolean
  readonly showTime?: boolean
  readonly className?: string
}

/** The server's time, and how far it can be relied on: in a word, a dot, and exactly in the details. */
export function ServerClock({ compact = false, showDate = true, showTime = true, className = '' }: ServerClockProps) {
  const t = useT()
  const detailsId = useId()
  const state = useServerTime()
  const shown = shownTime(state)
  const [dismissed, setDismissed] = useState(false)
  // WCAG 1.4.13: what appears on hover or focus can be sent away without moving either.
  const dismiss = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setDismissed(true)
  }
  const classes = ['server-clock', compact ? 'server-clock--compact' : 'server-clock--full', className]
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      data-mode={state.mode}
      data-untrusted={isUntrusted(state.serverClockState) || undefined}
      data-dismissed={dismissed || undefined}
      onMouseLeave={() => setDismissed(false)}
    >
      <Face compact={compact} detailsId={detailsId} onKeyDown={dismiss} onBlur={() => setDismissed(false)}>
        <span className="visually-hidden">{t('time.label')} </span>
        {showTime && <time className="server-clock__time">{timeOf(shown, t.language) ?? t('time.unknown')}</time>}
        {showDate && shown.ms !== null && (
          <span className="server-clock__day">{dayOf(shown, shown.ms, t.language)}</span>
        )}
        <Indicator state={state} />
        {state.mode === 'offline' && (
          <span className="server-clock__source">{t(shown.fromDevice ? 'time.device' : 'time.fallback')}</span>
        )}
      </Face>
      <div id={detailsId} className="server-clock__details" role={compact ? 'tooltip' : undefined}>
        <Details state={state} />
        {state.mode === 'offline' && <Fallback state={state} zone={shown.zone} />}
      </div>
      {/* Only a change of state is read out, never the seconds. */}
      <span role="status" className="visually-hidden">
        {[t(`time.state.${state.mode}`), serverClockWords(state.serverClockState, t)].filter(Boolean).join(' ')}
      </span>
    </div>
  )
}

interface FaceProps {
  readonly compact: boolean
  readonly detailsId: string
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onBlur: () => void
  readonly children: ReactNode
}

/** In a header the clock is a button, so that keyboard and touch reach its tooltip as the mouse does. */
function Face({ compact, detailsId, onKeyDown, onBlur, children }: FaceProps) {
  if (!compact) return <div className="server-clock__face">{children}</div>
  return (
    <button
      type="button"
      className="server-clock__face"
      aria-describedby={detailsId}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {children}
    </button>
  )
}

/** A dot that beats with each second that is shown, and the state in a word: never colour alone. */
function Indicator({ state }: { state: ServerTimeState }) {
  const t = useT()
  const isLive = state.mode === 'synced'
  return (
    <span className="server-clock__state">
      <span
        className="server-clock__dot"
        data-beat={Math.floor((state.serverTime ?? 0) / 1000) % 2}
        aria-hidden="true"
      />
      <span className="server-clock__word">
        {isLive && isUntrusted(state.serverClockState)
          ? t('time.untrusted')
          : modeWord(state.mode, state.uncertaintyMs, t)}
      </span>
    </span>
  )
}

function Details({ state }: { state: ServerTimeState }) {
  const t = useT()
  const { timeData, serverTime, uncertaintyMs, mode } = state
  const uncertainty = formatUncertainty(uncertaintyMs, t)
  const ofServer = serverClockWords(state.serverClockState, t)
  const told = serverTime !== null && !(mode === 'offline' && !isUsable(state))
  const timestamp = told ? String(Math.floor(serverTime / 1000)) : t('time.unknown')
  return (
    <dl className="server-clock__list">
      <Detail term={t('time.zone')} value={timeData?.timezone ?? t('time.unknown')} />
      <Detail term={t('time.timestamp')} value={timestamp} />
      <Detail
        term={t('time.uncertainty')}
        value={uncertaintyMs === null ? uncertainty : t('time.uncertaintyValue', { uncertainty })}
      />
      <Detail term={t('time.status')} value={t(`time.state.${mode}`)} />
      {ofServer !== null && <Detail term={t('time.server')} value={ofServer} />}
    </dl>
  )
}

function Detail({ term, value }: { term: string; value: string }) {
  return (
    <div className="server-clock__detail">
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The device's time is shown nowhere but here and in the face, both times by its name. */
function Fallback({ state, zone }: { state: ServerTimeState; zone: string }) {
  const t = useT()
  return (
    <p className="server-clock__fallback">
      {t('time.lost')}{' '}
      {state.deviceTime !== null &&
        t('time.deviceWarning', { time: formatClock(state.deviceTime, knownZone(zone), t.language) })}
    </p>
  )
}

interface ShownTime {
  /** Milliseconds since the Unix epoch; null when there is nothing to show. */
  readonly ms: number | null
  /** What shows in UTC what the site's clock shows then; undefined where the server's newest tick says nothing of that. */
  readonly wallMs: number | undefined
  readonly fromDevice: boolean
  /** As the server told it. */
  readonly zone: string
}

/** The server's time for as long as it is known to 2 s; after that, offline, the device's, marked as such. */
function shownTime(state: ServerTimeState): ShownTime {
  const { timeData } = state
  const fromDevice = state.deviceTime !== null && !isUsable(state)
  const ms = fromDevice ? state.deviceTime : state.serverTime
  const wallMs = ms === null || timeData === null ? undefined : toldWallMs(ms, timeData)
  return { ms, wallMs, fromDevice: fromDevice && ms !== null, zone: timeData?.timezone ?? 'UTC' }
}

/** The table of zones is not asked while the server's word is fresh: all our languages write a time of day alike. */
function timeOf({ ms, wallMs, zone }: ShownTime, language: string): string | null {
  if (wallMs !== undefined) return writeClock(wallMs)
  return ms === null ? null : formatClock(ms, knownZone(zone), language)
}

function dayOf({ wallMs, zone }: ShownTime, ms: number, language: string): string {
  return wallMs === undefined ? formatDay(ms, knownZone(zone), language) : formatDay(wallMs, 'UTC', language)
}

function knownZone(zone: string): string {
  return isKnownZone(zone) ? zone : 'UTC'
}

function isUsable({ uncertaintyMs }: ServerTimeState): boolean {
  return uncertaintyMs !== null && uncertaintyMs <= modeLimits.usableUncertaintyMs
}
