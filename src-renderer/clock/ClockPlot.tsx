import { useEffect, useMemo, useRef, useState } from 'react'
import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { formatClock, formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { useSite } from '../shell/site.tsx'
import { useColours } from './colours.ts'
import { Part, Table } from './Part.tsx'
import { drawClockPlot, type ClockPlotCanvas } from './plot-canvas.ts'
import { columnsOf, isEnoughToPlot, pointsOf, summaryOf, thinned, type Point } from './plot-data.ts'
import { formatShift, formatSpan } from './spans.ts'

const MOST_ROWS = 30

/** How far the clocks were apart over the last hours: as a picture, as a sentence, and as a table for who wants it. */
export function ClockPlot({ history }: { history: ClockReport['history'] }) {
  const t = useT()
  const points = useMemo(() => pointsOf(history), [history])
  return (
    <Part id="clock-plot" title={t('clock.plot.title')}>
      {isEnoughToPlot(points) ? (
        <figure className="clock-plot">
          <Key />
          <Canvas points={points} />
          <figcaption>{summaryWords(points, t)}</figcaption>
          <PointTable points={points} />
        </figure>
      ) : (
        <EmptyState title={t('clock.plot.empty')} hint={t('clock.plot.emptyHint')} />
      )}
    </Part>
  )
}

function summaryWords(points: readonly Point[], t: Translator): string {
  const { spanMs, least, most, now, sources, uncertainty } = summaryOf(points)
  const wall = t('clock.plot.summary', {
    span: formatSpan(spanMs, t),
    least: formatShift(least, t),
    most: formatShift(most, t),
    now: formatShift(now, t),
  })
  if (sources === null || uncertainty === null) return `${wall} ${t('clock.plot.summaryNoSources')}`
  const values = { offset: formatShift(sources, t), uncertainty: formatSpan(uncertainty, t) }
  return `${wall} ${t('clock.plot.summarySources', values)}`
}

const lines = ['wall', 'sources', 'band', 'zero'] as const

function Key() {
  const t = useT()
  return (
    <ul className="clock-plot__key" aria-label={t('clock.plot.key')}>
      {lines.map((line) => (
        <li key={line} className="clock-plot__line" data-line={line}>
          {t(`clock.plot.${line}`)}
        </li>
      ))}
    </ul>
  )
}

/** The picture itself says nothing to who cannot see it: the sentence below it and the table do. */
function Canvas({ points }: { points: readonly Point[] }) {
  const t = useT()
  const { timezone } = useSite()
  const colours = useColours()
  const place = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState<ClockPlotCanvas>()
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const drawn = drawClockPlot(element, {
      time: (ms) => formatTimeOfDay(ms, timezone, t.language),
      offset: (ms) => (ms === 0 ? '0' : formatShift(ms, t)),
    })
    const watch = new ResizeObserver(() => drawn.resize(element.clientWidth))
    watch.observe(element)
    setPlot(drawn)
    return () => {
      watch.disconnect()
      drawn.remove()
    }
  }, [t, timezone, colours])
  useEffect(() => plot?.show(columnsOf(points)), [plot, points])
  return <div className="clock-plot__canvas" ref={place} aria-hidden="true" />
}

function PointTable({ points }: { points: readonly Point[] }) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="clock-plot__points" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('clock.plot.points')}</summary>
      {isOpen && (
        <Table
          caption={t('clock.plot.caption')}
          columns={[t('clock.plot.at'), t('clock.plot.wall'), t('clock.plot.sources'), t('clock.plot.band')]}
        >
          {thinned(points, MOST_ROWS).map((point) => (
            <PointRow key={point.at} point={point} />
          ))}
        </Table>
      )}
    </details>
  )
}

function PointRow({ point: { at, wall, sources, uncertainty } }: { point: Point }) {
  const t = useT()
  const { timezone } = useSite()
  return (
    <tr>
      <td className="tabular">{formatClock(at, timezone, t.language)}</td>
      <td className="tabular">{formatShift(wall, t)}</td>
      <td className="tabular">{sources === null ? t('clock.none') : formatShift(sources, t)}</td>
      <td className="tabular">
        {uncertainty === null ? t('clock.none') : t('clock.within', { span: formatSpan(uncertainty, t) })}
      </td>
    </tr>
  )
}
