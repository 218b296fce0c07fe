import { mayHoldPlate } from '../../src-shared/plate/plate-like.ts'
import type { SavedFilter } from '../../src-shared/api/saved-filter-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'

export type NameFault = 'nameMissing' | 'namePlate' | 'nameTaken'

/** What is wrong with a name. @param others the filters beside it */
export function nameFault(name: string, others: readonly SavedFilter[]): NameFault | undefined {
  const asked = name.trim()
  if (asked === '') return 'nameMissing'
  if (mayHoldPlate(asked)) return 'namePlate'
  return others.some((one) => one.name.localeCompare(asked, undefined, { sensitivity: 'base' }) === 0)
    ? 'nameTaken'
    : undefined
}

interface FilterNameFieldProps {
  readonly name: string
  readonly fault: NameFault | undefined
  readonly onName: (name: string) => void
}

export function FilterNameField({ name, fault, onName }: FilterNameFieldProps) {
  const t = useT()
  return (
    <Field
      label={t('filters.name')}
      hint={t('filters.nameHint')}
      fault={fault === undefined ? undefined : t(`filters.${fault}`)}
    >
      {(tied) => (
        <input
          {...tied}
          className="input"
          autoComplete="off"
          maxLength={40}
          value={name}
          onChange={({ target }) => onName(target.value)}
        />
      )}
    </Field>
  )
}
