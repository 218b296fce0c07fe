import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ensureBuilt } from '../../tools/build/ensure-built.ts'
import { say } from '../../tools/terminal/progress.ts'
import { signIn } from '../console/console-test.ts'
import { Kiosk } from '../kiosk/kiosk-test.ts'
import { Counter } from '../kiosk/status-walk.ts'
import { startTestServer } from '../support/test-server.ts'
import { openBrowser } from './kept-picture.ts'
import { countTouches, Walk } from './walk.ts'
import { bookAtKiosk, leaveBooked, leaveWalkIn, payAndComeIn, verifyReceipt, walkIn } from './walks.ts'

/**
 * `npm run walk-through`: two cars through the real server and a real Chromium, one booked at the kiosk and one that
 * just comes. Prints what each step took, and writes docs/walk-through.md.
 */

const file = join(import.meta.dirname, '../../docs/walk-through.md')
const lead = `# Two cars, from the first touch to the receipt

Made by \`npm run walk-through\`: a real server with the demo site, and a real Chromium as tablet, console and phone. Touches
are keys, taps and clicks. Milliseconds are from the first touch of a step until what it leads to stands on the screen,
with the machine's own typing speed, and on whatever machine ran it; nobody's thinking is in them. "At" is the site's clock.
`

function tableOf({ name, steps }: Walk): string {
  const rows = steps.map(
    ({ who, does, at, touches, ms }) =>
      `| ${at} | ${who} | ${does} | ${touches === 0 ? '' : touches} | ${ms === 0 ? '' : Math.round(ms)} |`,
  )
  const touches = steps.reduce((sum, step) => sum + step.touches, 0)
  const ms = Math.round(steps.reduce((sum, step) => sum + step.ms, 0))
  const head = ['| at | who | does | touches | ms |', '| --- | --- | --- | ---: | ---: |']
  return [`## ${name}`, '', ...head, ...rows, `| | | **together** | **${touches}** | **${ms}** |`].join('\n')
}

function picturesOf({ steps }: Walk): string {
  const shown = steps.flatMap(({ picture, does }) => (picture === undefined ? [] : [{ picture, does }]))
  return shown.map(({ picture, does }) => `![${does}](images/${picture}.png)`).join('\n')
}

await ensureBuilt()
const browser = await openBrowser()
const server = await startTestServer()
try {
  const small = { deviceScaleFactor: 0.5 }
  const tablet = await browser.newPage({ ...small, viewport: { width: 800, height: 1280 }, hasTouch: true })
  const desk = await browser.newPage({ ...small, viewport: { width: 1280, height: 800 } })
  const phone = await browser.newPage({ ...small, viewport: { width: 390, height: 780 }, hasTouch: true })
  for (const page of [tablet, desk, phone]) await countTouches(page)
  const counter = new Counter(server)
  await counter.signIn()
  await signIn(desk, server, 'attendant')
  const kiosk = new Kiosk(tablet, server)
  await kiosk.open()
  await tablet.getByText('Live').first().waitFor()

  const booked = new Walk('A customer who books at the kiosk', server)
  const reference = await bookAtKiosk(booked, kiosk)
  await payAndComeIn(booked, desk, reference)
  await leaveBooked(booked, desk)
  await verifyReceipt(booked, phone, counter, 'phone-receipt')

  const unbooked = new Walk('A car that just comes', server)
  await walkIn(unbooked, desk)
  await leaveWalkIn(unbooked, desk)
  await phone.goto('about:blank')
  await verifyReceipt(unbooked, phone, counter, 'phone-exit-receipt')

  const tables = [booked, unbooked].map((walk) => `${tableOf(walk)}\n\n${picturesOf(walk)}\n`)
  for (const walk of [booked, unbooked]) say(tableOf(walk))
  const text = [lead, ...tables].join('\n')
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }))
  say('  docs/walk-through.md')
} finally {
  await browser.close()
  await server.stop()
}
