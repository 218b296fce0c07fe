import type { Lot } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { filterToQuery, noFilter } from '../bookings/filters.ts'
import { Button } from '../controls/Button.tsx'
import { Plate } from '../controls/Plate.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { openCounter } from '../counter/counter-task.ts'
import { hrefOf } from '../shell/hash-route.ts'
import { attentionOf, type AttentionItem } from './attention.ts'

/** Cars over their time, and bookings whose bay is not free for them: what somebody must look at. */
export function Attention({ lot }: { lot: Lot }) {
  const t = useT()
  const items = attentionOf(lot)
  return (
    <section className="panel" aria-labelledby="attention-title">
      <div className="panel__head">
        <h2 id="attention-title">{t('today.attention')}</h2>
      </div>
      {items.length === 0 ? (
        <p className="panel__empty">{t('today.attentionNone')}</p>
      ) : (
        <ul className="panel__list">
          {items.map((item) => (
            <AttentionRow key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  )
}

function AttentionRow({ item }: { item: AttentionItem }) {
  const t = useT()
  const { stayId, reference } = item
  return (
    <li className="panel__row" data-attention={item.is}>
      <span className="panel__sign" aria-hidden="true">
        {t('today.attentionSign')}
      </span>
      <Plate plate={item.plate} />
      <a href={hrefOf('lot', `bay=${encodeURIComponent(item.bayId)}`)}>{item.bay}</a>
      <span className="panel__words">
        {t(`today.attention.${item.is}`)}{' '}
        <span className="tabular">
          <SiteTime at={item.at} />
        </span>
      </span>
      {item.is === 'overstay' && stayId !== null && (
        <Button data-command="today.exit" onClick={() => openCounter({ is: 'exit', stayId })}>
          {t('today.attention.exit', { plate: item.plate })}
        </Button>
      )}
      {item.is === 'conflict' && reference !== null && (
        <a className="panel__link" href={hrefOf('bookings', filterToQuery({ ...noFilter, text: reference }))}>
          {t('today.attention.open', { reference })}
        </a>
      )}
    </li>
  )
}
