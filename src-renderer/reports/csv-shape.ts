import { csvShapes, type CsvShape } from '../../src-shared/api/report-schemas.ts'

const storageKey = 'kerbside.csv'

/** What this machine's spreadsheet reads, until somebody says otherwise: its region says how decimals are written. */
function usualShape(): CsvShape {
  const decimal = new Intl.NumberFormat(navigator.language).formatToParts(0.5).find(({ type }) => type === 'decimal')
  return decimal?.value === ',' ? 'spreadsheet_comma' : 'spreadsheet_point'
}

export function rememberedShape(): CsvShape {
  const kept = localStorage.getItem(storageKey)
  return csvShapes.find((shape) => shape === kept) ?? usualShape()
}

export function rememberShape(shape: CsvShape): void {
  localStorage.setItem(storageKey, shape)
}
