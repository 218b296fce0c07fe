import type { ClockSource } from '../../src-shared/api/clock-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { reachMarks, troubleWords } from './clock-words.ts'
import { Part, Table } from './Part.tsx'
import { formatShift, formatSpan } from './spans.ts'

const columns = ['name', 'offset', 'delay', 'stratum', 'reach', 'state'] as const

/** The time servers that are asked, and how well they answer. */
export function SourceTable({ sources }: { sources: readonly ClockSource[] }) {
  const t = useT()
  return (
    <Part id="clock-sources" title={t('clock.sources.title')}>
      {sources.length === 0 ? (
        <EmptyState title={t('clock.sources.empty')} hint={t('clock.sources.emptyHint')} />
      ) : (
        <Table
          caption={t('clock.sources.caption')}
          columns={columns.map((column) => t(`clock.sources.column.${column}`))}
        >
          {sources.map((source) => (
            <SourceRow key={source.name} source={source} />
          ))}
        </Table>
      )}
    </Part>
  )
}

function SourceRow({ source }: { source: ClockSource }) {
  const t = useT()
  const { name, offset_ms: offset, error_ms: error, delay_ms: delay, stratum, reach } = source
  const trouble = troubleWords(source, t)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="tabular">
        {offset === null
          ? t('clock.none')
          : t('clock.sources.offset', { offset: formatShift(offset, t), error: formatSpan(error ?? 0, t) })}
      </td>
      <td className="tabular">{delay === null ? t('clock.none') : formatSpan(delay, t)}</td>
      <td className="tabular">{stratum ?? t('clock.none')}</td>
      <td>
        <Reach reach={reach} />
      </td>
      <td className={trouble === null ? undefined : 'clock-trouble'}>{trouble ?? t('clock.sources.good')}</td>
    </tr>
  )
}

/** Eight marks, oldest first: a full one is an answer, an empty one is none. */
function Reach({ reach }: { reach: number }) {
  const t = useT()
  const marks = reachMarks(reach)
  const answered = marks.filter(Boolean).length
  return (
    <span className="reach">
      <span className="reach__marks" aria-hidden="true">
        {marks.map((isAnswered, index) => (
          <span key={index} className="reach__mark" data-answered={isAnswered} />
        ))}
      </span>
      <span className="tabular" aria-hidden="true">
        {t('clock.sources.reach', { answered })}
      </span>
      <span className="visually-hidden">{t('clock.sources.reachSpoken', { answered })}</span>
    </span>
  )
}
