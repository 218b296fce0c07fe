import { bookAtKiosk, confirmAtKiosk, expect, figure, signIn, test, toast } from './console-test.ts'

test('the day in figures, as the demo site has it', async ({ page, server }) => {
  await signIn(page, server)
  await expect(page.getByText('Harbour Street Park & Wash')).toBeVisible()
  await expect(page.getByText('DEMO')).toBeVisible()
  await expect(figure(page, 'Free bays')).toHaveText('25')
  await expect(page.getByText('14 of 40 taken, 1 blocked')).toBeVisible()
  await expect(figure(page, 'Wash bookings today')).toHaveText('7')
  await expect(figure(page, 'Held')).toHaveText('1')
  await expect(figure(page, 'Takings today')).toHaveText(/^₹[\d,]+\.\d\d$/)
  await expect(figure(page, 'Kiosks connected')).toHaveText('0')
  await expect(figure(page, 'Cars in')).toHaveText('14')
  await expect(figure(page, 'Overstays')).toHaveText('2')
  await expect(figure(page, 'Waiting')).toHaveText('1')
  await expect(page.getByRole('region', { name: 'Needs a look' }).getByRole('listitem')).toHaveCount(2)
})

test('a booking at the kiosk is in the figures and the list at once', async ({ page, server }) => {
  await signIn(page, server)
  await expect(figure(page, 'Held')).toHaveText('1')
  const booking = await bookAtKiosk(server, 'KL 55 ZZ 9001', '17:00')
  await expect(figure(page, 'Held')).toHaveText('2')
  await expect(figure(page, 'Wash bookings today')).toHaveText('8')
  await expect(toast(page, /KL55ZZ9001 is choosing 17:00/)).toBeVisible()

  await confirmAtKiosk(server, booking)
  await expect(toast(page, /KL55ZZ9001 booked 17:00/)).toBeVisible()
  await expect(toast(page, 'KL55ZZ9001')).toHaveCount(1)
  await expect(figure(page, 'Held')).toHaveText('1')
  const row = page.getByRole('listitem').filter({ hasText: 'KL55ZZ9001' })
  await expect(row).toContainText('17:00')
  await expect(row).toContainText('in 4 h')
  await expect(row).toContainText('To pay')
  await expect(row).toContainText(/1[45]:\d\d left/)
})

test('figures follow the server’s minute without any news', async ({ page, server }) => {
  await signIn(page, server)
  await expect(page.getByText('in 1 h 14 min').first()).toBeVisible()
  server.advance(10 * 60_000)
  await expect(page.getByText('in 1 h 4 min').first()).toBeVisible()
  // The hold has run out meanwhile.
  await expect(figure(page, 'Held')).toHaveText('0')
})

test('a card leads to the list behind it', async ({ page, server }) => {
  await signIn(page, server)
  await page.getByRole('link', { name: 'Held' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bookings')
  await expect(page.getByLabel('State')).toHaveValue('held')
  await expect(page.getByText('1 booking', { exact: true })).toBeVisible()
})
