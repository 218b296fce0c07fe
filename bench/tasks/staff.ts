import type { Browser, Page } from '@playwright/test'
import { signIn } from '../../tests/console/console-test.ts'
import { Kiosk } from '../../tests/kiosk/kiosk-test.ts'
import type { TestServer } from '../../tests/support/test-server.ts'
import { Person } from './person.ts'

const PLATE = 'KL07BX1234'
const PIN = '2468'
const MINUTE = 60_000

type Account = 'owner' | 'attendant' | 'admin'

/** What somebody does at the console, from its first key to what it leads to. */
export interface StaffTask {
  readonly name: string
  readonly who: Account
  /** The screen on which it begins. */
  readonly from: string
  /** What has happened before. */
  prepare?(page: Page, server: TestServer): Promise<void>
  do(person: Person, page: Page): Promise<void>
}

export const staffTasks: readonly StaffTask[] = [
  {
    name: 'walk-in: the plate, the ticket',
    who: 'attendant',
    from: '#/today',
    do: letIn,
  },
  {
    name: 'exit: find the car, take the money, open the gate',
    who: 'attendant',
    from: '#/today',
    prepare: async (page, server) => {
      await letIn(new Person(page), page)
      await page.keyboard.press('Escape')
      server.advance(75 * MINUTE)
    },
    do: async (person, page) => {
      await person.press('e')
      await person.type(PLATE.slice(-4))
      await person.see(page.getByRole('option').filter({ hasText: PLATE.slice(-4) }))
      await person.press('Enter')
      await person.see(page.getByLabel('Cash handed over'))
      await person.type('100')
      await person.press('Enter')
      await person.see(page.getByRole('dialog', { name: 'Open the gate' }))
    },
  },
  {
    name: 'close a shift that was counted, to its Z report',
    who: 'owner',
    from: '#/today',
    do: async (person, page) => {
      await person.press('s')
      await person.see(page.getByRole('button', { name: 'Close the shift' }))
      await person.click(page.getByRole('button', { name: 'Close the shift' }))
      await person.see(page.getByLabel('Counted cash'))
      await person.click(page.getByLabel('Counted cash'))
      await person.type('1840')
      await person.click(page.getByLabel('Your PIN'))
      await person.type(PIN)
      await person.press('Enter')
      await person.see(page.getByRole('dialog', { name: /^Z report/ }))
    },
  },
  {
    name: 'a code for a tablet',
    who: 'owner',
    from: '#/today',
    do: async (person, page) => {
      await person.click(page.getByRole('link', { name: 'Kiosks', exact: true }))
      await person.see(page.getByRole('button', { name: 'Pair a tablet' }))
      await person.click(page.getByRole('button', { name: 'Pair a tablet' }))
      await person.see(page.getByLabel('Name of the tablet'))
      await person.type('Entrance')
      await person.press('Enter')
      await person.see(page.getByRole('group', { name: 'Pairing code' }))
    },
  },
  {
    name: 'restore a backup, to signing in again',
    who: 'admin',
    from: '#/backups',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Make a backup now' }).click()
      await page
        .getByRole('row')
        .filter({ hasText: 'By hand' })
        .getByText(/^Whole/)
        .waitFor({ timeout: 120_000 })
    },
    do: async (person, page) => {
      const look = page.getByRole('row').filter({ hasText: 'By hand' }).getByRole('button', { name: 'Look inside…' })
      await person.click(look)
      await person.see(page.getByRole('button', { name: 'Restore…' }))
      await person.click(page.getByRole('button', { name: 'Restore…' }))
      await person.see(page.getByLabel('Type RESTORE'))
      await person.click(page.getByLabel('Type RESTORE'))
      await person.type('restore')
      await person.click(page.getByLabel('PIN'))
      await person.type(PIN)
      await person.press('Enter')
      await person.see(page.getByRole('button', { name: 'Sign in' }))
    },
  },
]

async function letIn(person: Person, page: Page): Promise<void> {
  await person.press('w')
  await page.getByRole('dialog', { name: 'Walk-in' }).getByLabel('Number plate').waitFor()
  await person.type(PLATE)
  await person.press('Enter')
  await person.see(page.getByRole('dialog', { name: 'Ticket' }))
}

/** Does a task on a server and a page of its own. */
export async function doStaffTask(browser: Browser, server: TestServer, task: StaffTask): Promise<Person['figures']> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await signIn(page, server, task.who, task.from)
    await page.getByText('Live').first().waitFor()
    await task.prepare?.(page, server)
    const person = new Person(page)
    await task.do(person, page)
    return person.figures
  } finally {
    await page.close()
  }
}

/** The other end of pairing: the code on the keys of the tablet's screen. */
export async function pairAtTablet(browser: Browser, server: TestServer): Promise<{ taps: number; machineMs: number }> {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 }, hasTouch: true })
  try {
    const kiosk = new Kiosk(page, server)
    const pairing = await server.server.newPairingCode()
    const code = pairing?.code ?? ''
    await kiosk.open()
    await kiosk.heading('Pair this kiosk').waitFor()
    const begin = performance.now()
    await kiosk.tapKeys(code)
    await kiosk.button('Pair').tap()
    await kiosk.button('Touch to begin').waitFor()
    return { taps: code.length + 1, machineMs: performance.now() - begin }
  } finally {
    await page.close()
  }
}
