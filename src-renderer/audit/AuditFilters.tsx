import { AuditGroup } from '../../src-shared/api/audit-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Field } from '../controls/Field.tsx'

interface AuditFiltersProps {
  readonly group: AuditGroup | undefined
  readonly actor: string | undefined
  readonly text: string
  readonly onNarrow: (name: 'group' | 'actor' | 'q', value: string) => void
}

export function AuditFilters({ group, actor, text, onNarrow }: AuditFiltersProps) {
  const t = useT()
  const { resource } = useResource({ key: 'staff names', load: () => api.call('GET /api/v1/staff-names') })
  const staff = 'value' in resource ? resource.value.staff : []
  return (
    <search className="filters">
      <Field label={t('audit.text')} hint={t('audit.textHint')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            value={text}
            onChange={(event) => onNarrow('q', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('audit.group')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={group ?? ''}
            onChange={(event) => onNarrow('group', event.target.value)}
          >
            <option value="">{t('audit.group.any')}</option>
            {AuditGroup.options.map((name) => (
              <option key={name} value={name}>
                {t(`audit.group.${name}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('audit.actor')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={actor ?? ''}
            onChange={(event) => onNarrow('actor', event.target.value)}
          >
            <option value="">{t('audit.actor.any')}</option>
            <option value="clock">{t('audit.actor.clock')}</option>
            {staff.map(({ id, name }) => (
              <option key={id} value={`user:${id}`}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  )
}
