import { useEffect, useRef, useState } from 'react'
import { formatMoney } from '../../src-shared/format/money.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { lengthWords } from '../../src-shared/format/length-words.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useColours } from '../clock/colours.ts'
import { useSite } from '../shell/site.tsx'
import { drawCurve, type CurveCanvas } from './curve-canvas.ts'
import { CURVE_STEP, curveMinutes } from './price-question.ts'

interface PriceCurveProps {
  /** Prices in minor units, in the order of `curveMinutes`. */
  readonly curve: readonly number[]
  /** Those in force now. */
  readonly other?: readonly number[]
  /** When the stays begin, on the site's clock. */
  readonly time: string
}

/** Price against length over a day, as a picture and as a sentence; the table of stays below it says more. */
export function PriceCurve({ curve, other, time }: PriceCurveProps) {
  const t = useT()
  const { currency } = useSite()
  const most = curve.at(-1) ?? 0
  // The last point that costs less: a price holds for all that is longer.
  const below = curveMinutes[curve.indexOf(most) - 1]
  const price = formatMoney({ amount_minor: most, currency }, t.language)
  return (
    <figure className="curve">
      {other !== undefined && (
        <ul className="curve__key">
          <li data-line="draft">{t('tariffs.stays.draft')}</li>
          <li data-line="inForce">{t('tariffs.stays.inForce')}</li>
        </ul>
      )}
      <Canvas curve={curve} {...(other === undefined ? {} : { other })} />
      <figcaption>{most === 0 ? t('tariffs.curve.free', { time }) : curveWords(below, { time, price }, t)}</figcaption>
    </figure>
  )
}

/** @param below the longest stay drawn that costs less than the longest of all, in minutes */
function curveWords(below: number | undefined, values: { time: string; price: string }, t: Translator): string {
  if (below === undefined || below >= 1440 - CURVE_STEP) return t('tariffs.curve.rising', values)
  return t('tariffs.curve.flat', { ...values, length: lengthWords(below, t) })
}

function Canvas({ curve, other }: Omit<PriceCurveProps, 'time'>) {
  const t = useT()
  const { currency } = useSite()
  const colours = useColours()
  const place = useRef<HTMLDivElement>(null)
  const [canvas, setCanvas] = useState<CurveCanvas>()
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const format = new Intl.NumberFormat(t.language, { style: 'currency', currency, maximumFractionDigits: 0 })
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
    const drawn = drawCurve(element, {
      hours: (minutes) => lengthWords(minutes, t),
      money: (minor) => format.format(minor / 10 ** (digits ?? 2)),
    })
    const watch = new ResizeObserver(() => drawn.resize(element.clientWidth))
    watch.observe(element)
    setCanvas(drawn)
    return () => {
      watch.disconnect()
      drawn.remove()
    }
  }, [t, currency, colours])
  useEffect(() => canvas?.show(curveMinutes, curve, other), [canvas, curve, other])
  return <div className="curve__canvas" ref={place} aria-hidden="true" />
}
