import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { Permit } from '../../src-shared/api/permit-schemas.ts'
import { permitColumns, readPermitCsv, type PermitFile, type PermitRow } from '../../src-shared/permits/permit-csv.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'

interface ImportDialogProps {
  readonly known: readonly Permit[]
  /** The site's calendar day. */
  readonly today: string
  readonly onImported: () => void
  readonly onClose: () => void
}

/** Reads a file, shows what is wrong with it, and sends it once nothing is: all rows or none. */
export function ImportDialog({ known, today, onImported, onClose }: ImportDialogProps) {
  const t = useT()
  const { task, run, clear } = useTask()
  const [file, setFile] = useState<PermitFile | null>(null)
  const rows = file?.is === 'read' ? file.rows : []
  const permits = rows.flatMap(({ permit, problems }) => (permit === null || problems.length > 0 ? [] : [permit]))
  const isReady = rows.length > 0 && permits.length === rows.length

  const choose = async (chosen: File | undefined) => {
    clear()
    setFile(chosen === undefined ? null : readPermitCsv(await chosen.text(), known, today))
  }
  const submit = () =>
    run(async () => {
      const added = await api.call('POST /api/v1/permits/import', { body: { permits } })
      toast.success(t('permits.imported', { count: added.permits.length }))
      onImported()
    })
  return (
    <Dialog
      title={t('permits.import.title')}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" aria-disabled={!isReady} busy={task.is === 'busy'} onClick={() => void submit()}>
            {t('permits.import.submit', { count: isReady ? permits.length : 0 })}
          </Button>
        </>
      }
    >
      <p>{t('permits.import.lead')}</p>
      <Field
        label={t('permits.import.file')}
        fault={file?.is === 'unreadable' ? t(`permits.import.unreadable.${file.why}`) : undefined}
      >
        {(tied) => (
          <input
            {...tied}
            className="input"
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        )}
      </Field>
      {rows.length > 0 && <ImportPreview rows={rows} />}
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}

function ImportPreview({ rows }: { rows: readonly PermitRow[] }) {
  const t = useT()
  const faulty = rows.filter(({ problems }) => problems.length > 0).length
  return (
    <>
      <p className={faulty > 0 ? 'note note--warning' : 'note note--ok'} role="status">
        <span>
          {t('permits.import.summary', { count: rows.length, faulty })}. {faulty > 0 && t('permits.import.mend')}
        </span>
      </p>
      <div className="table-frame" role="region" aria-label={t('permits.import.title')} tabIndex={0}>
        <table className="table permit-table">
          <caption className="visually-hidden">{t('permits.import.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('permits.import.line')}</th>
              {permitColumns.map((column) => (
                <th key={column} scope="col">
                  {t(`permits.column.${column}`)}
                </th>
              ))}
              <th scope="col">{t('permits.import.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells, problems }) => (
              <tr key={line} data-faulty={problems.length > 0}>
                <td data-numeric>{line}</td>
                {permitColumns.map((column) => (
                  <td key={column}>{cells[column]}</td>
                ))}
                <td className="permit-table__problem">
                  {problems.length === 0
                    ? t('permits.import.good')
                    : problems.map((problem) => t(`permits.import.problem.${problem}`)).join(' ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
