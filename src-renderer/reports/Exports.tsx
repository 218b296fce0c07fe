import { useState } from 'react'
import { csvShapes, type ReportTableName } from '../../src-shared/api/report-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { readerLanguage } from '../language/console-language.ts'
import { Field } from '../controls/Field.tsx'
import { rememberedShape, rememberShape } from './csv-shape.ts'
import { saveFile } from './download.ts'
import type { Days } from './periods.ts'

/** One table as a file for a spreadsheet. */
export function CsvButton({ days: { from, to }, table }: { days: Days; table: ReportTableName }) {
  const t = useT()
  const { task, run } = useTask()
  const save = () =>
    run(async () => {
      const query = { from, to, table, language: readerLanguage(), shape: rememberedShape() }
      saveFile(await api.call('GET /api/v1/reports/csv', { query }), 'text/csv')
    })
  return (
    <>
      <Button
        data-command="reports.csv"
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

/** What reads the CSV files of this machine. */
export function CsvShapeChoice() {
  const t = useT()
  const [shape, setShape] = useState(rememberedShape)
  return (
    <Field label={t('report.csvShape')}>
      {(tied) => (
        <select
          {...tied}
          className="input"
          value={shape}
          onChange={(event) => {
            const chosen = csvShapes.find((one) => one === event.target.value) ?? shape
            rememberShape(chosen)
            setShape(chosen)
          }}
        >
          {csvShapes.map((one) => (
            <option key={one} value={one}>
              {t(`report.csvShape.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
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
      <Button data-command="reports.pdf" look="primary" busy={task.is === 'busy'} onClick={() => void save()}>
        {t('report.pdf')}
      </Button>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </>
  )
}
