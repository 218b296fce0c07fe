import { parseInstant } from '../../src-shared/format/instant.ts'

/** A calendar day with its year: `5 Dec 2025`. @param date YYYY-MM-DD */
export function longDate(date: string, language: string): string {
  const noon = parseInstant(`${date}T12:00:00Z`)
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'medium' })
  return noon === undefined ? date : format.format(noon)
}
