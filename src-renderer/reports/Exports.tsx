import type { ReportTableName } from '../../src-shared/api/report-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { readerLanguage } from '../language/console-language.ts'
import { saveFile } from './download.ts'
import type { Days } from './periods.ts'

/** One table as a file for a spreadsheet. */
export function CsvButton({ days: { from, to }, table }: { days: Days; table: ReportTableName }) {
  const t = useT()
  const { task, run } = useTask()
  const save = () =>
    run(async () => {
      const query = { from, to, table, language: readerLanguage() }
      saveFile(await api.call('GET /api/v1/reports/csv', { query }), 'text/csv')
    })
  return (
    <>
      <Button
        look="quiet"
        busy={task.is === 'busy'}
        aria-label={t('report.csvOf', { table: t(`report.table.${table}`) })}
        onClick={() => void save()}
      >
        {t('report.csv')}
      </Button>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </>
  )
}

/** The whole report for print and for the files. */
export function PdfButton({ days }: { days: Days }) {
  const t = useT()
  const { task, run } = useTask()
  const save = () =>
    run(async () => {
      const query = { ...days, language: readerLanguage() }
      saveFile(await api.call('GET /api/v1/reports/pdf', { query }), 'application/pdf')
    })
  return (
    <>
      <Button look="primary" busy={task.is === 'busy'} onClick={() => void save()}>
        {t('report.pdf')}
      </Button>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </>
  )
}
