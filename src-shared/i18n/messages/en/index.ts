import { clock } from './clock.ts'
import { consoleMessages } from './console.ts'
import { kioskEnglish } from './kiosk-english.ts'
import { receipt } from './receipt.ts'
import { tariff } from './tariff.ts'

/** Every English message, in ICU MessageFormat, by key. English is the source: its keys are all the keys there are. */
export const english = { ...clock, ...consoleMessages, ...kioskEnglish, ...receipt, ...tariff } as const
