import { readFileSync } from 'node:fs'
import { expectNoAxeFindings } from '../support/axe.ts'
import { expect, signIn, test } from './console-test.ts'
import { withStore } from './planted-history.ts'

const shots = process.env['KERBSIDE_SHOTS']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the trail is held against a Z report, and what was done to it is named, ${colorScheme}`, async ({
    page,
    server,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(server.consoleUrl)
    await signIn(page, server)
    await page.goto(`${server.consoleUrl}#/audit`)
    await page.getByRole('button', { name: 'Verify the chain' }).click()
    await expect(page.getByText('The chain is whole')).toBeVisible()
    await expect(page.getByText(/Compared with \d+ ends? that (was|were) noted elsewhere/)).toBeVisible()

    let code = ''
    withStore(server, (db) => {
      code = db.prepare<[], string>('SELECT hash FROM event WHERE seq = 3').pluck().get()?.slice(0, 32) ?? ''
    })
    await page.getByText('Compare with a Z report').click()
    await page.getByLabel('Line', { exact: true }).fill('3')
    await page.getByLabel('Code').fill('not a code')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await expect(page.getByText('Give the number of the line')).toBeVisible()
    await page.getByLabel('Code').fill(code.replaceAll(/.{4}/g, '$& '))
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await expect(page.getByText(/The same: the trail up to line 3/)).toBeVisible()

    withStore(server, (db) => {
      db.pragma('foreign_keys = OFF')
      db.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted')
      db.exec(`UPDATE event SET actor = 'user:x' WHERE seq = 2; DELETE FROM event WHERE seq BETWEEN 5 AND 7`)
    })
    await page.getByRole('button', { name: 'Verify again' }).click()
    await expect(page.getByText('Changed, or the line before it with its hash: line 2')).toBeVisible()
    await expect(page.getByText('Missing: lines 5 to 7')).toBeVisible()
    await expectNoAxeFindings(page, 'audit')
    if (shots !== undefined) await page.screenshot({ path: `${shots}/audit-${colorScheme}.png`, fullPage: true })

    await page.goto(`${server.consoleUrl}#/site`)
    await expect(page.getByLabel('Days until plates are erased')).toHaveValue('90')
    await expectNoAxeFindings(page, 'site')
    await page.getByLabel('Days until plates are erased').scrollIntoViewIfNeeded()
    if (shots !== undefined) await page.screenshot({ path: `${shots}/site-${colorScheme}.png`, fullPage: true })

    await page.goto(`${server.consoleUrl}#/settings`)
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save diagnostics' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe('kerbside-diagnostics-2025-12-05.json')
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ format: 'kerbside-diagnostics 1' })
    await expectNoAxeFindings(page, 'settings')
    if (shots !== undefined) await page.screenshot({ path: `${shots}/settings-${colorScheme}.png`, fullPage: true })
  })
}
