import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import type { LotLayout } from '../../../src-shared/lot/lot-layout.ts'
import type { Translator } from '../../../src-shared/i18n/translate.ts'
import { itemAt, type ItemKey } from './plan-edit.ts'

/** What a thing on the plan is called: `A01`, `Lane 2`. */
export function itemName(layout: LotLayout, key: ItemKey, bays: readonly AdminBay[], t: Translator): string {
  const item = itemAt(layout, key)
  if (item === undefined) return ''
  if (!('kind' in item)) return bays.find(({ id }) => id === item.id)?.label ?? item.id
  const index = Number(key.slice('feature:'.length))
  const number = layout.features.slice(0, index + 1).filter(({ kind }) => kind === item.kind).length
  return item.kind === 'text'
    ? t('admin.plan.textNamed', { text: item.text })
    : t('admin.plan.featureNumber', { name: t(`admin.plan.feature.${item.kind}`), number })
}
