import type { ClockLogLine } from '../../src-shared/api/clock-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { actorWords, happeningWords, reasonWords } from './clock-words.ts'
import { Part, Table } from './Part.tsx'
import { formatShift } from './spans.ts'

const columns = ['at', 'what', 'state', 'epoch', 'wall', 'who', 'why'] as const

/** Everything that happened to the clock, newest first. @param me the id of whoever is signed in */
export function ClockLog({ log, me }: { log: readonly ClockLogLine[]; me: string }) {
  const t = useT()
  return (
    <Part id="clock-log" title={t('clock.log.title')}>
      <Table caption={t('clock.log.caption')} columns={columns.map((column) => t(`clock.log.column.${column}`))}>
        {log.map((line, index) => (
          <LogRow key={log.length - index} line={line} me={me} />
        ))}
      </Table>
    </Part>
  )
}

function LogRow({ line, me }: { line: ClockLogLine; me: string }) {
  const t = useT()
  const { at, epoch, wall_ahead_ms: ahead } = line
  return (
    <tr>
      <td className="tabular">
        <SiteTime at={at} />
      </td>
      <td className="clock-table__wide">{happeningWords(line, t)}</td>
      <td>
        <Change line={line} />
      </td>
      <td className="tabular">{epoch}</td>
      <td className="tabular">{formatShift(ahead, t)}</td>
      <td>{actorWords(line, me, t)}</td>
      <td className="clock-table__wide">{reasonWords(line, t) ?? t('clock.none')}</td>
    </tr>
  )
}

function Change({ line: { from_state: from, to_state: to } }: { line: ClockLogLine }) {
  const t = useT()
  if (from === null || from === to) return t(`clock.state.${to}`)
  const states = { from: t(`clock.state.${from}`), to: t(`clock.state.${to}`) }
  return (
    <>
      <span aria-hidden="true">{t('clock.log.change', states)}</span>
      <span className="visually-hidden">{t('clock.log.changeSpoken', states)}</span>
    </>
  )
}
