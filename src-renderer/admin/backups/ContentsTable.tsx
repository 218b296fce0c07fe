import type { CopyContents } from '../../../src-shared/api/backup-schemas.ts'
import type { Translator } from '../../../src-shared/i18n/translate.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'

const figures = ['site', 'bookings', 'payments', 'receipts', 'lastBooking', 'lastEvent', 'schema'] as const

interface ContentsTableProps {
  readonly contents: CopyContents
  /** What there is now; null where that cannot be read. */
  readonly current: CopyContents | null
  readonly timeOf: (at: string) => string
}

/** What a backup holds, beside what there is now. */
export function ContentsTable({ contents, current, timeOf }: ContentsTableProps) {
  const t = useT()
  const caption = t(current === null ? 'backups.sheet.inside' : 'backups.sheet.contents')
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('backups.sheet.what')}</th>
            <th scope="col">{t('backups.sheet.inIt')}</th>
            {current !== null && <th scope="col">{t('backups.sheet.now')}</th>}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr className="row" key={figure}>
              <th scope="row">{t(`backups.sheet.${figure}`)}</th>
              <td>{figureOf(contents, figure, timeOf, t)}</td>
              {current !== null && <td>{figureOf(current, figure, timeOf, t)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function figureOf(
  contents: CopyContents,
  figure: (typeof figures)[number],
  timeOf: (at: string) => string,
  t: Translator,
): string {
  const { last_event: line, last_booking_at: booked } = contents
  switch (figure) {
    case 'site':
      return contents.site_name ?? t('backups.sheet.noSite')
    case 'lastBooking':
      return booked === null ? t('backups.unknown') : timeOf(booked)
    case 'lastEvent':
      return line === null ? t('backups.unknown') : t('backups.sheet.line', { seq: line.seq, at: timeOf(line.at) })
    case 'bookings':
    case 'payments':
    case 'receipts':
    case 'schema':
      return new Intl.NumberFormat(t.language).format(contents[figure])
  }
}
