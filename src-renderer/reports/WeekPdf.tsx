import { useState } from 'react'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import type { LanguageTag } from '../../src-shared/i18n/languages.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { DateField } from '../controls/DateField.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { readerLanguage } from '../language/console-language.ts'
import { useSite } from '../shell/site.tsx'
import { saveFile } from './download.ts'

/** The language of the summaries that are downloaded: the reader's own at first. */
export function usePdfLanguage() {
  return useState<LanguageTag>(readerLanguage)
}

/** @param date a day of the week */
export function WeekButton({ date, language, label }: { date: string; language: LanguageTag; label: string }) {
  const t = useT()
  const { task, run } = useTask()
  const save = () =>
    run(async () => {
      saveFile(await api.call('GET /api/v1/reports/weekly/pdf', { query: { date, language } }), 'application/pdf')
    })
  return (
    <>
      <Button
        data-command="reports.week"
        look="quiet"
        busy={task.is === 'busy'}
        aria-label={label}
        onClick={() => void save()}
      >
        {t('weekly.download')}
      </Button>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </>
  )
}

/** Any week by one of its days. */
export function AnyWeek({ language }: { language: LanguageTag }) {
  const t = useT()
  const site = useSite()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? null) ?? site.window.min_date
  const [chosen, setChosen] = useState<string>()
  const date = chosen ?? today
  return (
    <>
      <DateField
        label={t('weekly.any')}
        hint={t('weekly.anyHint')}
        max={today}
        value={date}
        onValue={(day) => {
          if (day !== '') setChosen(day)
        }}
      />
      <div className="weekly__any">
        <WeekButton
          date={date}
          language={language}
          label={t('weekly.downloadAny', { day: formatCalendarDate(date, t.language) })}
        />
      </div>
    </>
  )
}
