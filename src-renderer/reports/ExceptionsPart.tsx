import { useState } from 'react'
import { exceptionKinds, type Exceptions, type ReportException } from '../../src-shared/api/report-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { EmptyState } from '../controls/EmptyState.tsx'
import { Field } from '../controls/Field.tsx'
import { Plate } from '../controls/Plate.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { hrefOf } from '../shell/hash-route.ts'
import { CsvButton } from './Exports.tsx'
import { Part } from './Part.tsx'
import type { Days } from './periods.ts'

const columns = ['at', 'what', 'who', 'amount', 'reason', 'reference'] as const

/** Whatever an owner may want to look at: who did what, when, over how much, and why. */
export function ExceptionsPart({ days }: { days: Days }) {
  const t = useT()
  const { resource, refresh } = useResource({
    key: `exceptions ${days.from} ${days.to}`,
    load: () => api.call('GET /api/v1/reports/exceptions', { query: days }),
  })
  return (
    <Part id="exceptions" title={t('report.part.exceptions')}>
      <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(list) => list.server_time}>
        {(list) => <ExceptionList list={list} days={days} />}
      </ResourceView>
    </Part>
  )
}

function ExceptionList({ list, days }: { list: Exceptions; days: Days }) {
  const t = useT()
  const [kind, setKind] = useState('')
  const [who, setWho] = useState('')
  const { exceptions, shortened } = list
  if (exceptions.length === 0) {
    return <EmptyState title={t('report.exceptions.none')} hint={t('report.exceptions.noneHint')} />
  }
  const shown = exceptions.filter((one) => (kind === '' || one.kind === kind) && (who === '' || one.who === who))
  const present = new Set(exceptions.map((one) => one.kind))
  return (
    <div className="exceptions">
      <search className="filters">
        <Choice
          label={t('report.exceptions.kind')}
          any={t('report.exceptions.all')}
          value={kind}
          options={exceptionKinds
            .filter((name) => present.has(name))
            .map((name) => [name, t(`report.exception.${name}`)])}
          onValue={setKind}
        />
        <Choice
          label={t('report.exceptions.who')}
          any={t('report.exceptions.anybody')}
          value={who}
          options={[...new Set(exceptions.map((one) => one.who))].sort().map((name) => [name, name])}
          onValue={setWho}
        />
        <CsvButton days={days} table="exceptions" />
      </search>
      <p className="list-count" role="status">
        {t('report.exceptions.count', { count: shown.length })}
      </p>
      {shortened && <p className="note note--warning">{t('report.exceptions.shortened')}</p>}
      {shown.length === 0 ? (
        <EmptyState title={t('report.exceptions.nothingMatches')} hint={t('report.exceptions.nothingMatchesHint')} />
      ) : (
        <ExceptionTable exceptions={shown} />
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly any: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onValue: (value: string) => void
}

function Choice({ label, any, value, options, onValue }: ChoiceProps) {
  return (
    <Field label={label}>
      {(tied) => (
        <select {...tied} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
          <option value="">{any}</option>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function ExceptionTable({ exceptions }: { exceptions: readonly ReportException[] }) {
  const t = useT()
  const title = t('report.exceptions.list')
  return (
    <div className="table-frame" role="region" aria-label={title} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'amount' ? 'table__price' : undefined}>
                {t(`report.column.${column}`)}
              </th>
            ))}
            <th scope="col">{t('report.exceptions.trail')}</th>
          </tr>
        </thead>
        <tbody>
          {exceptions.map((one) => (
            <ExceptionRow key={`${one.at} ${one.kind} ${one.subject} ${one.detail}`} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ExceptionRow({ one }: { one: ReportException }) {
  const t = useT()
  const what = t(`report.exception.${one.kind}`)
  return (
    <tr data-exception={one.kind}>
      <td className="tabular">
        <SiteTime at={one.at} />
      </td>
      <th scope="row">{what}</th>
      <td>{one.actor === 'clock' ? t('audit.actor.clock') : one.who}</td>
      <td data-numeric className="tabular">
        {one.amount === null ? '–' : formatMoney(one.amount, t.language)}
      </td>
      <td className="exceptions__reason">{one.reason ?? '–'}</td>
      <td>
        {one.label} {one.plate !== null && <Plate plate={one.plate} />}
      </td>
      <td>
        <a
          className="exceptions__trail"
          href={hrefOf('audit', new URLSearchParams({ subject: one.subject }).toString())}
          aria-label={t('report.exceptions.trailOf', { what: `${what} ${one.label ?? ''}` })}
        >
          {t('report.exceptions.trail')}
        </a>
      </td>
    </tr>
  )
}
