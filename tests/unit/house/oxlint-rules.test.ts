import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'
import house from '../../../tools/check/oxlint-rules/index.ts'

RuleTester.describe = describe
RuleTester.it = it

/** Each rule is shown what it must refuse (one finding each) and what it must leave alone. */
function cases(name: keyof typeof house.rules, table: { refuses: string[]; allows: string[] }) {
  type OxlintRule = Parameters<RuleTester['run']>[1]
  const tester = new RuleTester({
    languageOptions: { sourceType: 'module', parserOptions: { lang: name === 'no-words-in-jsx' ? 'tsx' : 'ts' } },
  })
  tester.run(name, house.rules[name] as unknown as OxlintRule, {
    valid: table.allows.map((code) => ({ code, name: code })),
    invalid: table.refuses.map((code) => ({ code, name: code, errors: 1 })),
  })
}

cases('no-date-clock', {
  refuses: [
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    "Date['now']()",
    'Date[name]()',
    '(Date as Clock).now()',
    'globalThis.Date.now()',
    'new window.Date()',
    'const { now } = Date',
    'const D = Date; D.now()',
    'read(Date)',
    'Reflect.construct(Date, [])',
    'new Date(...parts)',
  ],
  allows: [
    'new Date(0)',
    'Date.UTC(2025, 11, 5)',
    'value instanceof Date',
    'let at: Date',
    'function f(Date: Clock) { return Date.now() }',
    'clock.now()',
    'let make: typeof Date',
  ],
})

cases('no-date-value', {
  refuses: ['new Date(ms)', 'new Date(2025, 11, 5)', "Date.parse('2025-12-05')", 'new globalThis.Date(ms)'],
  allows: ['Date.UTC(2025, 11, 5)', 'value instanceof Date', 'new Temporal.Instant(ns)', 'const at: Date = given'],
})

cases('no-ambient-clock', {
  refuses: [
    'performance.now()',
    'const p = performance',
    'globalThis.performance.now()',
    'const { performance } = globalThis',
    'process.hrtime.bigint()',
    'process.uptime()',
    'const { hrtime } = process',
    'globalThis.process.hrtime()',
    "import { performance } from 'node:perf_hooks'",
    "import process from 'node:process'; process.hrtime()",
    "import * as os from 'node:os'; os.uptime()",
    "import { uptime } from 'os'",
    "import { Temporal } from 'temporal-polyfill'; Temporal.Now.instant()",
    'Temporal.Now.instant()',
    "await import('node:perf_hooks')",
    "export { uptime } from 'node:os'",
    'document.timeline.currentTime',
  ],
  allows: [
    'process.env.KERBSIDE_HOST',
    "process.on('SIGTERM', stop)",
    "import { tmpdir } from 'node:os'",
    "import type { Performance } from 'node:perf_hooks'",
    "import { Temporal } from 'temporal-polyfill'; Temporal.Instant.fromEpochMilliseconds(0)",
    'source.performance.now()',
    'function f(performance: Source) { return performance.now() }',
    'document.body',
    "typeof process === 'object'",
  ],
})

cases('no-ambient-timer', {
  refuses: [
    'setTimeout(run, 1)',
    'setInterval(run, 1)',
    'window.setTimeout(run, 1)',
    'globalThis.setInterval(run, 1)',
    'const later = setTimeout',
    'const { setTimeout } = window',
    'requestAnimationFrame(draw)',
    "import { setTimeout } from 'node:timers/promises'",
    "import * as timers from 'timers'",
    'AbortSignal.timeout(5)',
  ],
  allows: [
    'timers.setTimeout(run, 1)',
    'clearTimeout(handle)',
    'queueMicrotask(run)',
    'let wait: typeof setTimeout',
    'let handle: ReturnType<typeof setTimeout>',
    'AbortSignal.any(signals)',
  ],
})

cases('no-ambient-random', {
  refuses: [
    'Math.random()',
    "Math['random']()",
    'const m = Math',
    'const { random } = Math',
    'crypto.randomUUID()',
    'globalThis.crypto.getRandomValues(bytes)',
    "import { randomBytes } from 'node:crypto'",
    "import { randomUUID as id } from 'crypto'",
    "import * as crypto from 'node:crypto'; crypto.randomInt(3)",
    "import crypto from 'node:crypto'; const { randomBytes } = crypto",
    "export * from 'node:crypto'",
  ],
  allows: [
    'Math.max(1, 2)',
    'const { max } = Math',
    "import { createHash, timingSafeEqual } from 'node:crypto'",
    "import * as crypto from 'node:crypto'; crypto.createHash('sha256')",
    'crypto.subtle.digest(name, bytes)',
    'random.next()',
  ],
})

cases('parse-with-schema', {
  refuses: ['JSON.parse(text)', "JSON['parse'](text)", 'const { parse } = JSON'],
  allows: ['JSON.stringify(value)', 'parseJson(schema, text)'],
})

cases('no-words-in-jsx', {
  refuses: [
    'const a = <p>Pay here</p>',
    "const a = <p>{'Pay here'}</p>",
    'const a = <>വാഷ്</>',
    'const a = <input placeholder="KL 07" />',
    'const a = <button aria-label="Close" />',
    'const a = <img alt="A car" />',
  ],
  allows: [
    "const a = <p>{t('kiosk.next')}</p>",
    'const a = <p>–</p>',
    'const a = <input name="plate" autoComplete="off" className="input" />',
    "const a = <button aria-label={t('common.close')} />",
    'const a = <span aria-hidden="true">‹</span>',
    'const a = <p>{12}</p>',
  ],
})
