import { useState } from 'react'
import type { WeeklySettings } from '../../src-shared/api/weekly-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

interface WeeklySettingsFormProps {
  readonly settings: WeeklySettings
  /** When the next summary is made, in words. */
  readonly nextAt: string
  readonly onChanged: () => void
}

/** The day on which weeks begin, and a folder for a copy of each summary. */
export function WeeklySettingsForm({ settings, nextAt, onChanged }: WeeklySettingsFormProps) {
  const t = useT()
  const [startsOn, setStartsOn] = useState(settings.week_starts_on)
  const [folder, setFolder] = useState(settings.folder ?? '')
  const { task, run } = useTask()
  const [isSaved, setIsSaved] = useState(false)
  const save = () =>
    run(async () => {
      setIsSaved(false)
      const body = { week_starts_on: startsOn, folder: folder.trim() === '' ? null : folder.trim() }
      await api.call('PUT /api/v1/reports/weekly/settings', { body })
      setIsSaved(true)
      onChanged()
    })
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field label={t('weekly.startsOn')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={startsOn}
            onChange={(event) => setStartsOn(Number(event.target.value))}
          >
            {weekdays.map((weekday) => (
              <option key={weekday} value={weekday}>
                {t('report.weekday', { weekday: String(weekday) })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('weekly.folder')} hint={t('weekly.folderHint')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            spellCheck={false}
            autoComplete="off"
            maxLength={400}
            value={folder}
            onChange={(event) => setFolder(event.target.value)}
          />
        )}
      </Field>
      <div className="weekly__any">
        <Button data-command="reports.weeklySettings" type="submit" busy={task.is === 'busy'}>
          {t('weekly.save')}
        </Button>
      </div>
      <p role="status">{isSaved ? t('weekly.saved', { at: nextAt }) : ''}</p>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </form>
  )
}
