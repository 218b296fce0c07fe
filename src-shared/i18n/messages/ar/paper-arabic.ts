import { receipt } from './receipt.ts'
import { reportTables } from './report-tables.ts'
import { weeklyPaper } from './weekly-paper.ts'

/** The Arabic that is printed: receipts and what reports have on paper. */
export const paperArabic = { ...receipt, ...reportTables, ...weeklyPaper } as const
