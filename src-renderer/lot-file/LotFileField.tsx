import { useState } from 'react'
import { lotColumns, lotCsvTemplate } from '../../src-shared/lot/lot-csv.ts'
import type { LotList } from '../../src-shared/lot/lot-list.ts'
import { readLotCsv, type LotFile, type LotRow } from '../../src-shared/lot/read-lot-csv.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Field } from '../controls/Field.tsx'
import { saveFile } from '../reports/download.ts'
import './lot-file.css'

interface LotFileFieldProps {
  /** What is wrong besides the file itself, such as that none was chosen. */
  readonly fault?: string | undefined
  /** Undefined while there is none without a problem. */
  readonly onLot: (lot: LotList | undefined) => void
}

/** Takes a lot from a file, and shows line by line what is wrong with it. */
export function LotFileField({ fault, onLot }: LotFileFieldProps) {
  const t = useT()
  const [file, setFile] = useState<LotFile | null>(null)
  const choose = async (chosen: File | undefined) => {
    const read = chosen === undefined ? null : readLotCsv(await chosen.text())
    setFile(read)
    onLot(read?.is === 'read' ? read.lot : undefined)
  }
  return (
    <div className="lot-file">
      <p className="field__hint">{t('lotFile.lead')}</p>
      <div>
        <Button onClick={() => saveLotFile(lotCsvTemplate(), 'kerbside-lot-template.csv')}>
          {t('lotFile.template')}
        </Button>
      </div>
      <Field label={t('lotFile.file')} fault={file?.is === 'unreadable' ? t(`lotFile.unreadable.${file.why}`) : fault}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            name="lotFile"
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        )}
      </Field>
      {file?.is === 'read' && <LotFilePreview rows={file.rows} />}
    </div>
  )
}

/** Saves a lot's CSV as a download. */
export function saveLotFile(text: string, fileName: string): void {
  saveFile({ bytes: new TextEncoder().encode(text), fileName }, 'text/csv')
}

function LotFilePreview({ rows }: { rows: readonly LotRow[] }) {
  const t = useT()
  const faulty = rows.filter(({ problems }) => problems.length > 0)
  // What is wrong comes first: nobody should look for it among two hundred lines.
  const shown = [...faulty, ...rows.filter(({ problems }) => problems.length === 0)]
  return (
    <>
      <p className={faulty.length > 0 ? 'note note--warning' : 'note note--ok'} role="status">
        <span>
          {t('permits.import.summary', { count: rows.length, faulty: faulty.length })}.{' '}
          {faulty.length > 0 && t('permits.import.mend')}
        </span>
      </p>
      <div className="table-frame lot-file__rows" role="region" aria-label={t('lotFile.preview')} tabIndex={0}>
        <table className="table">
          <caption className="visually-hidden">{t('lotFile.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('permits.import.line')}</th>
              <th scope="col">{t('permits.import.problem')}</th>
              {lotColumns.map((column) => (
                <th key={column} scope="col">
                  {t(`lotFile.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, cells, problems }) => (
              <tr key={line} data-faulty={problems.length > 0}>
                <td data-numeric>{line}</td>
                <td className="lot-file__problem">
                  {problems.length === 0
                    ? t('permits.import.good')
                    : problems.map((problem) => t(`lotFile.problem.${problem}`)).join(' ')}
                </td>
                {lotColumns.map((column) => (
                  <td key={column}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
