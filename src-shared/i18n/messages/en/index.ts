import { admin } from './admin.ts'
import { auditKindWords } from './audit-kinds.ts'
import { backups } from './backups.ts'
import { cash } from './cash.ts'
import { clock } from './clock.ts'
import { consoleMessages } from './console.ts'
import { controls } from './controls.ts'
import { counter } from './counter.ts'
import { kioskAids } from './kiosk-aids.ts'
import { moneyDocuments } from './money-documents.ts'
import { desktop } from './desktop.ts'
import { lot } from './lot.ts'
import { filters } from './filters.ts'
import { gettingStarted } from './getting-started.ts'
import { lotFile } from './lot-file.ts'
import { notices } from './notices.ts'
import { receipt } from './receipt.ts'
import { receiptsScreen } from './receipts-screen.ts'
import { reportTables } from './report-tables.ts'
import { printing } from './printing.ts'
import { reports } from './reports.ts'
import { shell } from './shell.ts'
import { permits } from './permits.ts'
import { phoneEnglish } from './phone-english.ts'
import { tariff } from './tariff.ts'
import { tariffEditor } from './tariff-editor.ts'
import { today } from './today.ts'
import { updates } from './updates.ts'
import { waitlist } from './waitlist.ts'
import { washBoardMessages } from './wash-board.ts'
import { weekly } from './weekly.ts'
import { weeklyPaper } from './weekly-paper.ts'

/** Every English message, in ICU MessageFormat, by key. English is the source: its keys are all the keys there are. */
export const english = {
  ...admin,
  ...auditKindWords,
  ...backups,
  ...cash,
  ...clock,
  ...consoleMessages,
  ...controls,
  ...counter,
  ...kioskAids,
  ...desktop,
  ...phoneEnglish,
  ...moneyDocuments,
  ...lot,
  ...filters,
  ...gettingStarted,
  ...lotFile,
  ...notices,
  ...receipt,
  ...receiptsScreen,
  ...reportTables,
  ...printing,
  ...reports,
  ...weekly,
  ...weeklyPaper,
  ...shell,
  ...permits,
  ...tariff,
  ...tariffEditor,
  ...today,
  ...updates,
  ...waitlist,
  ...washBoardMessages,
} as const
