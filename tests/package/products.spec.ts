import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const projectRoot = join(import.meta.dirname, '..', '..')

test('everything of ours that the packages are made of is there', () => {
  const configuration = readFileSync(join(projectRoot, 'electron.builder.yml'), 'utf8')
  const named = [...configuration.matchAll(/(?<=[\s'])src-main\/[^\s'=,\]]+/g)].map(([path]) => path)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([])
})

// What only its own system, or a tool that electron-builder fetches from its own host, can make and start. Makers of a release try them by
// hand, by the list in docs/operations.md; here they are counted, so that nobody takes them for tried.
for (const [product, why] of [
  ['the AppImage', 'its tools come from a host of electron-builder’s that tests do not depend on'],
  ['the rpm', 'it takes fpm and rpmbuild; its files, its entry and its scripts are those of the deb'],
  ['the Windows installer', 'it is made and tried on Windows'],
  ['the macOS disk image', 'it is made, signed and tried on macOS'],
] as const) {
  test(`${product} installs, starts and is removed`, () => test.skip(true, why))
}
