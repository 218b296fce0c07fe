import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { intercept } from '../support/intercept.ts'
import { expect, signIn, test } from './console-test.ts'

/** Has the ticks of the server say what they say when its disk is in trouble. @returns sets what that is */
async function troubleInTicks(page: Page): Promise<(trouble: string | undefined) => void> {
  let trouble: string | undefined
  await page.routeWebSocket(/\/ws\/time\//, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((text) => {
      const message = JSON.parse(String(text)) as { type: string }
      const isTold = message.type === 'time_update' && trouble !== undefined
      socket.send(JSON.stringify(isTold ? { ...message, store_read_only: trouble } : message))
    })
  })
  return (next) => (trouble = next)
}

const looks = [{ colorScheme: 'light' }, { colorScheme: 'dark' }] as const

for (const look of looks) {
  test(`a disk that is full or fails stands above every screen, with what to do: ${look.colorScheme}`, async ({
    page,
    server,
  }) => {
    await page.emulateMedia(look)
    const tell = await troubleInTicks(page)
    await signIn(page, server, 'attendant')
    const notice = page.getByRole('alert').filter({ hasText: 'disk' })
    await expect(notice).toBeHidden()
    tell('disk_full')
    await expect(notice).toContainText('Make room on it')
    await expectNoAxeFindings(page, 'a disk that takes nothing')
    await page.getByRole('link', { name: 'Bookings', exact: true }).click()
    await page.getByRole('button', { name: 'New wash booking' }).click()
    await expect(page.getByRole('dialog')).toContainText('nothing new can be taken')
    await page.keyboard.press('Escape')
    tell('disk_failing')
    await expect(notice).toContainText('restart Kerbside')
    tell(undefined)
    await expect(notice).toBeHidden()
  })

  test(`a disk that takes no session is told before anybody tries to sign in: ${look.colorScheme}`, async ({
    page,
    server,
  }) => {
    await page.emulateMedia(look)
    const tell = await troubleInTicks(page)
    await page.goto(server.consoleUrl)
    const notice = page.getByRole('alert').filter({ hasText: 'nobody can sign in' })
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(notice).toBeHidden()
    tell('disk_failing')
    await expect(notice).toContainText('until Kerbside is started again')
    await expectNoAxeFindings(page, 'sign-in with such a disk')
    tell('disk_full')
    await expect(notice).toContainText('Make room on it')
    // And once it is said, the refusal of a try adds nothing.
    await intercept(page, '**/api/v1/session', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json; charset=utf-8',
        json: { type: 'about:blank', title: 'x', status: 503, code: 'store_read_only' },
      }),
    )
    await page.getByLabel('User name').fill('owner')
    await page.getByLabel('Password', { exact: true }).fill('a password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    await expect(page.getByRole('alert')).toHaveCount(1)
    tell(undefined)
    await expect(notice).toBeHidden()
  })
}
