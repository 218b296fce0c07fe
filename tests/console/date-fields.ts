import type { Locator, Page } from '@playwright/test'

/** Types a day into its field, part by part, as the keyboard does. @param day YYYY-MM-DD */
export async function typeDay(within: Locator | Page, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  await typeParts(within, label, { day: date, month, year })
}

/** The same with a time of day. @param time HH:MM */
export async function typeTime(within: Locator | Page, label: string, time: string): Promise<void> {
  const [hour = '', minute = ''] = time.split(':')
  await typeParts(within, label, { hour, minute })
}

async function typeParts(within: Locator | Page, label: string, parts: Readonly<Record<string, string>>) {
  const group = within.getByRole('group', { name: label, exact: true })
  for (const [name, digits] of Object.entries(parts)) {
    const part = group.getByRole('spinbutton', { name: new RegExp(`^${name}`) })
    await part.focus()
    await part.pressSequentially(digits)
  }
}
