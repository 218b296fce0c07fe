import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openBrowser } from '../tests/screenshots/kept-picture.ts'
import { Kiosk, QUIET_DAY } from '../tests/kiosk/kiosk-test.ts'
import { startTestServer } from '../tests/support/test-server.ts'
import { ensureBuilt } from '../tools/build/ensure-built.ts'
import { serveBlankPage } from './kiosk/blank-page.ts'
import { SLOWDOWN, visit, type Visit, type Visited } from './kiosk/visit.ts'
import { quantile } from './quantile.ts'

/** Visits of each page, in turn. */
const ROUNDS = 9
const TOUCHES = 12

const results = new URL('./results/', import.meta.url)

await ensureBuilt()
const [browser, server, blank] = await Promise.all([openBrowser(), startTestServer(), serveBlankPage()])

/** As far as the plate, and the plate on the keys of the screen. */
async function book(page: Page): Promise<void> {
  const kiosk = new Kiosk(page, server)
  await kiosk.press(kiosk.button('Touch to begin'))
  await kiosk.press(kiosk.button(/^Wash/))
  await kiosk.press(kiosk.button(/^Exterior/))
  await kiosk.press(kiosk.button(QUIET_DAY))
  await kiosk.press(kiosk.slot('10:00'))
  await kiosk.tapKeys('KL07BX99')
}

async function press(page: Page): Promise<void> {
  for (let n = 0; n < TOUCHES; n += 1) await page.getByRole('button').tap()
}

const blankPage: Visited = { url: blank.url, leadsOn: 'button', use: press }
// A button that is blocked is not disabled: it says why it is.
const kioskPage: Visited = { url: server.kioskUrl, leadsOn: '.button--begin[aria-disabled="false"]', use: book }

const visits: { blank: Visit[]; kiosk: Visit[] } = { blank: [], kiosk: [] }
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    visits.blank.push(await visit(browser, blankPage))
    visits.kiosk.push(await visit(browser, kioskPage))
  }
} finally {
  await Promise.all([browser.close(), server.stop(), blank.close()])
}

function figuresOf(of: readonly Visit[]) {
  const median = (figure: (visit: Visit) => number) => quantile(of.map(figure), 0.5)
  const delays = of.flatMap(({ inputDelaysMs }) => inputDelaysMs)
  return {
    bytes: median(({ bytes }) => bytes),
    script_bytes: median(({ scriptBytes }) => scriptBytes),
    interactive_ms: Math.round(median(({ interactiveMs }) => interactiveMs)),
    long_tasks: median(({ longTasks }) => longTasks),
    blocked_ms: Math.round(median(({ blockedMs }) => blockedMs)),
    touches_seen: delays.length,
    input_delay_p50_ms: Math.round(quantile(delays, 0.5)),
    input_delay_p98_ms: Math.round(quantile(delays, 0.98)),
  }
}

const [blankFigures, kioskFigures] = [figuresOf(visits.blank), figuresOf(visits.kiosk)]
const ratios = {
  interactive: rounded(kioskFigures.interactive_ms / blankFigures.interactive_ms),
  script_bytes: rounded(kioskFigures.script_bytes / blankFigures.script_bytes),
}
console.table({ 'blank React page': blankFigures, kiosk: kioskFigures, ratio: ratios })
console.log(
  `Medians of ${ROUNDS} first visits each, in turn, with an empty cache, on a processor slowed ${SLOWDOWN} times.`,
)
mkdirSync(results, { recursive: true })
const report = { rounds: ROUNDS, slowdown: SLOWDOWN, blank: blankFigures, kiosk: kioskFigures, ratios }
writeFileSync(new URL('kiosk.json', results), `${JSON.stringify(report, null, 2)}\n`)

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100
}
