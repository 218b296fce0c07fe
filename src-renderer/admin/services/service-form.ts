import type { AdminService } from '../../../src-shared/api/admin-schemas.ts'
import { currencyDigits, moneyText, parseMoneyText } from '../../../src-shared/format/money-text.ts'

/** What is typed; the price in whole units with a point, as people write it. */
export interface ServiceForm {
  readonly name: string
  readonly description: string
  readonly minutes: string
  readonly cleanup: string
  readonly price: string
}

export function serviceForm(service: AdminService | undefined): ServiceForm {
  if (service === undefined) return { name: '', description: '', minutes: '30', cleanup: '10', price: '' }
  const { name, description, duration_minutes: minutes, cleanup_minutes: cleanup, price } = service
  const amount = moneyText(price.amount_minor, currencyDigits(price.currency))
  return { name, description, minutes: String(minutes), cleanup: String(cleanup), price: amount }
}

export interface ServiceMembers {
  readonly name: string
  readonly description: string
  readonly duration_minutes: number
  readonly cleanup_minutes: number
  readonly price_minor: number
}

/** What would be sent, or which fields are not right. */
export function readServiceForm(
  form: ServiceForm,
  currency: string,
): { members: ServiceMembers } | { faults: readonly (keyof ServiceForm)[] } {
  const price = parseMoneyText(form.price, currencyDigits(currency))
  const right: Record<keyof ServiceForm, boolean> = {
    name: form.name.trim() !== '',
    description: true,
    minutes: /^\d{1,4}$/.test(form.minutes) && Number(form.minutes) >= 1 && Number(form.minutes) <= 1440,
    cleanup: /^\d{1,4}$/.test(form.cleanup) && Number(form.cleanup) <= 1440,
    price: price !== undefined,
  }
  const faults = (Object.keys(right) as (keyof ServiceForm)[]).filter((field) => !right[field])
  if (faults.length > 0 || price === undefined) return { faults }
  return {
    members: {
      name: form.name.trim(),
      description: form.description.trim(),
      duration_minutes: Number(form.minutes),
      cleanup_minutes: Number(form.cleanup),
      price_minor: price,
    },
  }
}
