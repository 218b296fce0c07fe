import { ZReport } from '../../src-shared/api/shift-schemas.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'

/** The Z report of a shift as it was frozen. */
export function readReport(text: string): ZReport {
  const report = parseJson(ZReport, text)
  if (report === undefined) throw new Error('a frozen Z report is not of its form')
  return report
}
