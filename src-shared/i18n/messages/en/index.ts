import { clock } from './clock.ts'
import { common } from './common.ts'
import { consoleMessages } from './console.ts'
import { errors } from './errors.ts'
import { kiosk } from './kiosk.ts'
import { time } from './time.ts'

/** Every English message, in ICU MessageFormat, by key. English is the source: its keys are all the keys there are. */
export const english = { ...clock, ...common, ...consoleMessages, ...errors, ...kiosk, ...time } as const
