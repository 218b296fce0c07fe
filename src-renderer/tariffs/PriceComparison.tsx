import type { TariffPricesRequest } from '../../src-shared/api/tariff-schemas.ts'
import type { BayClass } from '../../src-shared/api/fields.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { ResourceView } from '../controls/ResourceView.tsx'
import { useSite } from '../shell/site.tsx'
import { PriceCurve } from './PriceCurve.tsx'
import {
  isMoment,
  priceTable,
  pricesRequest,
  typicalStays,
  type AskedTariff,
  type PriceQuestion,
  type PriceTable,
} from './price-question.ts'

interface PriceComparisonProps {
  readonly asked: AskedTariff
  readonly question: PriceQuestion
  readonly inForceId?: string
}

/** Prices at a glance: the curve of a day, and the stays that customers often make; beside those in force now. */
export function PriceComparison({ asked, question, inForceId }: PriceComparisonProps) {
  const { bayClass, date, time } = question
  if (!isMoment(date, time)) return null
  const moment = { date, time }
  const own = pricesRequest(asked, bayClass, moment)
  if (inForceId === undefined) return <OneTariff request={own} question={question} />
  const other = pricesRequest({ version_id: inForceId }, bayClass, moment)
  return <TwoTariffs requests={[own, other]} question={question} />
}

function OneTariff({ request, question }: { request: TariffPricesRequest; question: PriceQuestion }) {
  const { resource, refresh } = usePrices(request)
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()}>
      {(prices) => <Views prices={prices} question={question} />}
    </ResourceView>
  )
}

interface TwoTariffsProps {
  readonly requests: readonly [TariffPricesRequest, TariffPricesRequest]
  readonly question: PriceQuestion
}

function TwoTariffs({ requests, question }: TwoTariffsProps) {
  const draft = usePrices(requests[0])
  const inForce = usePrices(requests[1])
  return (
    <ResourceView resource={draft.resource} onRetry={() => void draft.refresh()}>
      {(prices) => (
        <ResourceView resource={inForce.resource} onRetry={() => void inForce.refresh()}>
          {(other) => <Views prices={prices} other={other} question={question} />}
        </ResourceView>
      )}
    </ResourceView>
  )
}

function usePrices(request: TariffPricesRequest) {
  return useResource({
    key: `tariff-prices ${JSON.stringify(request)}`,
    load: async () => priceTable((await api.call('POST /api/v1/tariffs/prices', { body: request })).totals_minor),
  })
}

interface ViewsProps {
  readonly prices: PriceTable
  readonly other?: PriceTable
  readonly question: PriceQuestion
}

function Views({ prices, other, question }: ViewsProps) {
  return (
    <div className="prices__views">
      <PriceCurve curve={prices.curve} time={question.time} {...(other === undefined ? {} : { other: other.curve })} />
      <StayTable
        bayClass={question.bayClass}
        prices={prices.typical}
        {...(other === undefined ? {} : { other: other.typical })}
      />
    </div>
  )
}

interface StayTableProps {
  readonly bayClass: BayClass
  readonly prices: readonly number[]
  readonly other?: readonly number[]
}

function StayTable({ bayClass, prices, other }: StayTableProps) {
  const t = useT()
  const { currency } = useSite()
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency }, t.language)
  const caption = t('tariffs.stays.caption', { class: t(`tariff.class.${bayClass}`) })
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table stay-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tariffs.stays.stay')}</th>
            {other !== undefined && <th scope="col">{t('tariffs.stays.inForce')}</th>}
            <th scope="col">{t(other === undefined ? 'tariffs.stays.price' : 'tariffs.stays.draft')}</th>
            {other !== undefined && <th scope="col">{t('tariffs.stays.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {typicalStays.map(({ words }, index) => {
            const [price = 0, before] = [prices[index], other?.[index]]
            return (
              <tr key={words}>
                <th scope="row">{t(words)}</th>
                {before !== undefined && <td data-numeric>{money(before)}</td>}
                <td data-numeric>{money(price)}</td>
                {before !== undefined && (
                  <td data-numeric>
                    {price === before ? t('tariffs.stays.same') : changeWords(price - before, money)}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** More or less by a sign of its own, so that it needs no colour. */
function changeWords(change: number, money: (minor: number) => string): string {
  return `${change > 0 ? '+' : '−'}${money(Math.abs(change))}`
}
