import type { TariffPreviewRequest } from '../../src-shared/api/tariff-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import type { Breakdown } from '../../src-shared/tariff/breakdown.ts'
import { lineWords } from '../../src-shared/tariff/line-words.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { useSite } from '../shell/site.tsx'
import { previewRequest, type AskedTariff, type PriceQuestion } from './price-question.ts'

/** The price of one stay and the lines that it is made of. */
export function PriceAnswer({ asked, question }: { asked: AskedTariff; question: PriceQuestion }) {
  const t = useT()
  const request = previewRequest(asked, question)
  return request === undefined ? (
    <p className="note note--info">{t('tariffs.prices.incomplete')}</p>
  ) : (
    <Answer request={request} />
  )
}

function Answer({ request }: { request: TariffPreviewRequest }) {
  const { resource, refresh } = useResource({
    key: `tariff-preview ${JSON.stringify(request)}`,
    load: () => api.call('POST /api/v1/tariffs/preview', { body: request }),
  })
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()}>
      {({ start, end, breakdown }) => <PriceLines start={start} end={end} breakdown={breakdown} />}
    </ResourceView>
  )
}

interface PriceLinesProps {
  readonly start: string
  readonly end: string
  readonly breakdown: Breakdown
}

function PriceLines({ start, end, breakdown }: PriceLinesProps) {
  const t = useT()
  const { currency } = useSite()
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency }, t.language)
  const { tax } = breakdown
  return (
    <div className="price">
      <p className="price__total" aria-live="polite">
        <span className="visually-hidden">{t('tariffs.prices.total')}: </span>
        <strong className="tabular">{money(breakdown.total_minor)}</strong>
        <span className="price__span tabular">
          <SiteTime at={start} />–<SiteTime at={end} />
        </span>
      </p>
      <dl className="price__lines">
        {breakdown.lines.map((line, index) => (
          <div className="price__line" key={index}>
            <dt>{lineWords(line, currency, t)}</dt>
            <dd className="tabular">{money(line.amount_minor)}</dd>
          </div>
        ))}
        {tax.rate_bps > 0 && (
          <div className="price__line price__line--tax">
            <dt>{t(tax.included ? 'tariffs.prices.taxIncluded' : 'tariffs.prices.taxOnTop', { label: tax.label })}</dt>
            <dd className="tabular">{money(tax.amount_minor)}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
