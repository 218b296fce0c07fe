import { refuseAmbient } from './ambient.ts'
import { globalUses, namesTaken, unwrapped, type AstNode, type Rule } from './ast.ts'

/** Reading a clock. The wrappers are `src-server/clock/system-time-source.ts` and `src-shared/ui/browser/browser-time.ts`. */
const noAmbientClock = refuseAmbient({
  description: 'reads a clock that nobody handed in',
  instead: 'Take a Clock (or a monotonic source) as an argument; only its wrapper file reads the real one.',
  globals: ['performance'],
  globalMembers: {
    process: ['hrtime', 'uptime'],
    Temporal: ['Now'],
    document: ['timeline', 'lastModified'],
  },
  moduleMembers: {
    perf_hooks: '*',
    process: ['hrtime', 'uptime'],
    os: ['uptime'],
    'temporal-polyfill/global': '*',
  },
})

/** Waiting. The wrappers are `src-server/clock/system-timers.ts` and `src-shared/ui/browser/browser-time.ts`. */
const noAmbientTimer = refuseAmbient({
  description: 'starts a timer that nobody handed in',
  instead: 'Take Timers as an argument; a deadline is re-checked against business time, never slept until.',
  globals: ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'],
  globalMembers: { AbortSignal: ['timeout'] },
  moduleMembers: { timers: '*', 'timers/promises': '*' },
})

const cryptoRandom = ['randomBytes', 'pseudoRandomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID']

/** Chance. The wrappers are `src-server/ids/system-random.ts` and `src-shared/ui/browser/browser-time.ts` (for jitter). */
const noAmbientRandom = refuseAmbient({
  description: 'takes chance from nowhere',
  instead: 'Take randomness or an id source as an argument, so that a test can seed it.',
  globals: [],
  globalMembers: { Math: ['random'], crypto: ['getRandomValues', 'randomUUID'] },
  moduleMembers: { crypto: [...cryptoRandom, 'randomUUIDv7', 'getRandomValues', 'webcrypto'] },
})

const dateMessages = {
  clock: 'reads the clock of the machine. Take a Clock as an argument; only its wrapper file reads the real one.',
  value: 'makes a Date of a value. Instants are milliseconds or Temporal; a Date is made in src-shared/format/ only.',
}

/** `Date.now()`, `new Date()`, `Date()`, and any other use of Date that could come to the same. */
const noDateClock = dateRule('reading the clock through Date', (use, report) => {
  if (kindOfDateUse(use) === 'clock') report(use, `\`Date\` here ${dateMessages.clock}`)
})

/** `new Date(x)`, `Date.parse(x)`: no clock is read, but the machine's own zone slips in. */
const noDateValue = dateRule('making a Date of a value', (use, report) => {
  if (kindOfDateUse(use) === 'value') report(use, `This ${dateMessages.value}`)
})

export const timeRules = {
  'no-ambient-clock': noAmbientClock,
  'no-ambient-timer': noAmbientTimer,
  'no-ambient-random': noAmbientRandom,
  'no-date-clock': noDateClock,
  'no-date-value': noDateValue,
}

function dateRule(
  description: string,
  check: (use: AstNode, report: (node: AstNode, message: string) => void) => void,
): Rule {
  return {
    meta: { type: 'problem', docs: { description } },
    create(context) {
      const report = (node: AstNode, message: string) => context.report({ node, message })
      return {
        'Program:exit': () => {
          for (const use of globalUses(context, 'Date')) check(use, report)
          for (const owner of ['globalThis', 'window', 'self', 'global']) {
            for (const use of globalUses(context, owner)) {
              for (const taken of namesTaken(use)) if (taken.name === 'Date') check(taken.node, report)
            }
          }
        },
      }
    },
  }
}

type DateUse = 'clock' | 'value' | 'harmless'

/** Anything not known to be harmless counts as reading the clock: `const D = Date` hides a later `D.now()`. */
function kindOfDateUse(use: AstNode): DateUse {
  const whole = unwrapped(use)
  const parent = whole.parent
  if (parent?.type === 'NewExpression' && parent.callee === whole) return kindOfConstruction(parent)
  if (parent?.type === 'BinaryExpression' && parent.operator === 'instanceof') return 'harmless'
  const taken = namesTaken(use)
  if (taken.length === 0) return 'clock'
  if (taken.every(({ name }) => name === 'UTC' || name === 'prototype')) return 'harmless'
  return taken.every(({ name }) => name === 'parse' || name === 'UTC') ? 'value' : 'clock'
}

function kindOfConstruction(construction: AstNode): DateUse {
  const [first] = construction.arguments ?? []
  return first === undefined || first.type === 'SpreadElement' ? 'clock' : 'value'
}
