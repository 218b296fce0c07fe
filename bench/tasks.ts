import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { firstBookings, MOST_SECONDS, MOST_TAPS, PLATE } from '../tests/kiosk/first-bookings.ts'
import { FirstTimer, pace } from '../tests/kiosk/first-time.ts'
import { Kiosk } from '../tests/kiosk/kiosk-test.ts'
import { openBrowser } from '../tests/screenshots/kept-picture.ts'
import { startTestServer } from '../tests/support/test-server.ts'
import { ensureBuilt } from '../tools/build/ensure-built.ts'
import { writeTable } from '../tools/docs/written-table.ts'
import { operators } from './tasks/person.ts'
import { doStaffTask, pairAtTablet, staffTasks } from './tasks/staff.ts'

/** A task's keys, taps and clicks, and its seconds: a person's by the model, and the machine's as measured. */
interface Figures {
  readonly task: string
  readonly taps: number
  readonly keys: number
  readonly model_s: number
  readonly machine_s: number
}

const results = new URL('./results/', import.meta.url)

async function bookAtKiosk(browser: Browser, what: keyof typeof firstBookings): Promise<Figures> {
  const server = await startTestServer()
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 }, hasTouch: true })
  try {
    const kiosk = new Kiosk(page, server)
    await kiosk.open()
    await page.getByText('Live').first().waitFor()
    const visitor = new FirstTimer(kiosk)
    const begin = performance.now()
    await firstBookings[what].book(kiosk, visitor)
    await kiosk.heading('You are booked').waitFor()
    const { choosing, typing } = visitor.seconds
    const [taps, keys] = [visitor.taps, PLATE.length]
    return figures(`kiosk: ${what}, for the first time`, { taps, keys }, (choosing + typing) * 1000, begin)
  } finally {
    await page.close()
    await server.stop()
  }
}

function figures(task: string, counts: Pick<Figures, 'taps' | 'keys'>, modelMs: number, begin: number): Figures {
  return { task, ...counts, model_s: seconds(modelMs), machine_s: seconds(performance.now() - begin) }
}

await ensureBuilt()
const browser = await openBrowser()
const all: Figures[] = []
try {
  for (const what of Object.keys(firstBookings) as (keyof typeof firstBookings)[]) {
    all.push(await bookAtKiosk(browser, what))
  }
  for (const task of staffTasks) {
    const server = await startTestServer()
    try {
      const { keys, clicks, modelMs, machineMs } = await doStaffTask(browser, server, task)
      all.push({ task: task.name, taps: clicks, keys, model_s: seconds(modelMs), machine_s: seconds(machineMs) })
    } finally {
      await server.stop()
    }
  }
  const server = await startTestServer({ kioskAccess: 'paired' })
  try {
    const { taps, machineMs } = await pairAtTablet(browser, server)
    const modelMs = operators.think + taps * pace.tapMs
    all.push({
      task: 'that code at the tablet',
      taps,
      keys: 0,
      model_s: seconds(modelMs),
      machine_s: seconds(machineMs),
    })
  } finally {
    await server.stop()
  }
} finally {
  await browser.close()
}

const cells = [
  ['task', 'taps or clicks', 'keys', 'a person, s', 'the machine, s'],
  ...all.map(({ task, taps, keys, model_s, machine_s }) => [
    task,
    taps,
    keys,
    model_s.toFixed(1),
    machine_s.toFixed(1),
  ]),
]
console.table(all)
mkdirSync(results, { recursive: true })
const report = {
  goal: { taps: MOST_TAPS, seconds: MOST_SECONDS },
  model: { operators_ms: operators, kiosk_ms: pace },
  tasks: all,
}
writeFileSync(new URL('tasks.json', results), `${JSON.stringify(report, null, 2)}\n`)
await writeTable('performance.md', 'npm run bench:tasks', cells)

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10
}
