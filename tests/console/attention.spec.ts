import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { expect, signIn, test } from './console-test.ts'

/** Counts the tones that a page makes. Call before it is opened. @returns how many since */
async function countTones(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = Object.assign(window, { tones: 0 })
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (...at) {
      counted.tones += 1
      start.apply(this, at)
    }
  })
  return () => page.evaluate(() => (window as unknown as { tones: number }).tones)
}

/** Each sound is of two tones. */
const oneSound = 2
const hour = 3_600_000

test('what needs somebody sounds once, and stands before the title until it is read', async ({ page, server }) => {
  const tones = await countTones(page)
  await signIn(page, server, 'owner')
  await page.getByRole('button', { name: /^Notices/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mark all as read' }).click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(/^Today · /)
  expect(await tones()).toBe(0)
  server.time.setWall(3 * hour)
  await expect(page).toHaveTitle(/^\(1\) Today · /)
  expect(await tones()).toBe(oneSound)
  await page.getByRole('button', { name: /^Notices/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page).toHaveTitle(/^Today · /)
  expect(await tones()).toBe(oneSound)
})

test('of two windows one sounds, and both show the number', async ({ page, context, server }) => {
  const tones = await countTones(page)
  await signIn(page, server, 'owner')
  const other = await context.newPage()
  const otherTones = await countTones(other)
  await other.goto(`${server.consoleUrl}?window=lot#/lot`)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Lot')
  server.time.setWall(3 * hour)
  await expect(other).toHaveTitle(/^\(\d+\) Lot · /)
  await expect(page).toHaveTitle(/^\(\d+\) Today · /)
  await expect.poll(async () => (await tones()) + (await otherTones())).toBe(oneSound)
})

test('a computer that is muted is silent, and shows the number all the same', async ({ page, server }) => {
  const tones = await countTones(page)
  await signIn(page, server, 'owner')
  await page.getByRole('button', { name: 'Display', exact: true }).click()
  const sound = page.getByRole('group', { name: 'Sound when something needs somebody' })
  await sound.getByRole('radio', { name: 'Loud' }).check()
  // A choice is heard at once.
  expect(await tones()).toBe(oneSound)
  await sound.getByRole('radio', { name: 'Off' }).check()
  await expectNoAxeFindings(page, 'sounds', { within: 'dialog' })
  await page.getByRole('button', { name: 'Done' }).click()
  server.time.setWall(3 * hour)
  await expect(page).toHaveTitle(/^\(\d+\) Today · /)
  expect(await tones()).toBe(oneSound)
})

test('a locked console says no number', async ({ page, server }) => {
  await signIn(page, server, 'owner')
  server.time.setWall(3 * hour)
  await expect(page).toHaveTitle(/^\(\d+\) /)
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page).toHaveTitle(/^Locked/)
})
