import { expect, signIn, test } from './console-test.ts'

test('a wrong password is said in words, and the user name stays', async ({ page, server }) => {
  await page.goto(server.consoleUrl)
  await expect(page.getByLabel('User name')).toBeFocused()
  await page.getByLabel('User name').fill('owner')
  await page.getByLabel('Password', { exact: true }).fill('not this one')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('The user name or the password is wrong.')
  await expect(page.getByRole('alert')).toContainText('Code: wrong_credentials')
  await expect(page.getByLabel('User name')).toHaveValue('owner')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()

  await page.keyboard.type(server.owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Meera Pillai, owner')).toBeVisible()
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
})

test('an empty form is not sent', async ({ page, server }) => {
  await page.goto(server.consoleUrl)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toHaveText('Fill in both the user name and the password.')
})

test('signing out ends the session for good', async ({ page, server }) => {
  await signIn(page, server)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})

test('a reload stays signed in, on the same screen', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/kiosks')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kiosks')
})

test('a session that ends under the hands keeps what was typed', async ({ page, server }) => {
  await signIn(page, server)
  await page.getByRole('button', { name: 'New wash booking' }).click()
  await page.getByLabel('Number plate').fill('KL 11 AA 2222')
  await page.getByRole('radio', { name: /^17:00/ }).check()
  // Signed out elsewhere: the cookie stands for no session any more.
  const ended = await page.request.delete(`${server.staffUrl}/api/v1/session`)
  expect(ended.status()).toBe(204)

  const lock = page.getByRole('dialog', { name: 'Sign in' })
  await expect(lock).toContainText('Your session has ended, Meera Pillai.')
  await page.keyboard.press('Escape')
  await expect(lock).toBeVisible()
  await expect(lock.getByLabel('User name')).toHaveValue('owner')
  await expect(lock.getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.type(server.owner.password)
  await page.keyboard.press('Enter')

  await expect(lock).toBeHidden()
  await expect(page.getByLabel('Number plate')).toHaveValue('KL 11 AA 2222')
  await page.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Booked' })).toBeVisible()
})

test('somebody else who signs in meets nothing of it', async ({ page, server }) => {
  await signIn(page, server)
  await page.getByRole('button', { name: 'New wash booking' }).click()
  await page.getByLabel('Number plate').fill('KL 11 AA 2222')
  await page.request.delete(`${server.staffUrl}/api/v1/session`)
  const lock = page.getByRole('dialog', { name: 'Sign in' })
  await lock.getByLabel('User name').fill(server.attendant.username)
  await lock.getByLabel('Password', { exact: true }).fill(server.attendant.password)
  await lock.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Arun Das, attendant')).toBeVisible()
  await expect(page.getByLabel('Number plate')).toHaveCount(0)
})
