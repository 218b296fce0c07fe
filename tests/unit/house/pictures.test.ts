import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ourFiles } from '../../../tools/check/source-files.ts'
import { repository } from './planted-tree.ts'

const read = (file: string) => readFileSync(join(repository, file), 'utf8')
const pictures = readdirSync(join(repository, 'docs/images')).map((file) => file.replace(/\.png$/, ''))
const looks = ['light', 'dark', 'contrast', 'other-light', 'other-dark']

/** Screens whose pictures are named otherwise. */
const names: Readonly<Record<string, string>> = {
  'console-washes': 'console-wash-board',
  'kiosk-attract': 'kiosk-start',
  'kiosk-bay': 'kiosk-bays',
  'kiosk-bay-class': 'kiosk-class',
  'kiosk-booked': 'kiosk-reference',
  'kiosk-held': 'kiosk-hold',
  'kiosk-service': 'kiosk-services',
  'kiosk-slot': 'kiosk-slots',
}

/** As the console's table of addresses lists them. */
const consoleScreens = [
  ...(/type Screen =([\s|'\w-]+)/.exec(read('src-renderer/shell/hash-route.ts'))?.[1] ?? '').matchAll(/'([\w-]+)'/g),
]
/** As the kiosk's screens call themselves. */
const kioskScreens = ourFiles(repository)
  .filter((file) => /^kiosk\/.*\.tsx$/.test(file))
  .flatMap((file) => [...read(file).matchAll(/<Screen\b[^>]*?\bname="([\w-]+)"/g)])

describe('the pictures of the documentation', () => {
  it.each([...consoleScreens.map(([, name]) => `console-${name}`), ...kioskScreens.map(([, name]) => `kiosk-${name}`)])(
    'show %s in each look',
    (screen) => {
      const name = names[screen] ?? screen
      // The backups' screen is that of a site with something in it, which is taken by itself.
      const wanted = screen === 'console-backups' ? ['light', 'dark'] : looks
      expect(wanted.map((look) => `${name}-${look}`).filter((picture) => !pictures.includes(picture))).toEqual([])
    },
  )

  it('have found the screens at all', () => {
    expect(consoleScreens.length).toBeGreaterThan(20)
    expect(kioskScreens.length).toBeGreaterThan(20)
  })

  it('are all shown, and none is shown that is not there', () => {
    const docs = ourFiles(repository).filter((file) => /^(docs\/[\w-]+|README)\.md$/.test(file))
    const shown = docs.flatMap((file) => [...read(file).matchAll(/images\/([\w-]+)\.png/g)].map(([, name]) => name))
    expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([])
    expect(shown.filter((picture) => !pictures.includes(picture ?? ''))).toEqual([])
  })
})
