import { test } from '@playwright/test'
import { takeConsole } from './console-screens.ts'
import { takeCounter } from './counter-dialogs.ts'
import { Darkroom, looks } from './darkroom.ts'
import { takeKiosk } from './kiosk-screens.ts'
import { takePhone } from './phone-screens.ts'
import { takePrints } from './printed-receipts.ts'
import { takeSafety } from './safety-screens.ts'
import { startStillServer } from './same-each-time.ts'

/**
 * Every screen as the documentation shows it: the demo site at a fixed instant, in each look. What looks otherwise now fails,
 * and test-results has the picture, the documentation's, and where they differ. `npm run screenshots` makes those anew that differ.
 */

const everyLook = looks.map(({ name }) => name)
const parts = [
  { name: 'console', take: takeConsole, in: everyLook },
  { name: 'kiosk', take: takeKiosk, in: everyLook },
  { name: 'counter', take: takeCounter, in: ['light', 'dark'] },
  { name: 'safety', take: takeSafety, in: ['light', 'dark'] },
  { name: 'phone', take: takePhone, in: ['light', 'dark', 'contrast'] },
]

for (const look of looks) {
  for (const part of parts.filter(({ in: names }) => names.includes(look.name))) {
    test(`${part.name}, ${look.name}`, async ({ browser }) => {
      // Kiosks that are paired, as a real site has them, where the console shows them.
      const server = await startStillServer(part.name === 'console' ? 'paired' : 'open')
      try {
        await part.take(new Darkroom(browser, server, look))
      } finally {
        await server.stop()
      }
    })
  }
}

test('prints', async ({ browser }) => {
  const server = await startStillServer('open')
  try {
    await takePrints(browser, server)
  } finally {
    await server.stop()
  }
})
