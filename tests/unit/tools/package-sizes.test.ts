import { describe, expect, it } from 'vitest'
import { ownerOf } from '../../../tools/build/module-shares.ts'
import { putTable } from '../../../tools/docs/written-table.ts'
import { bytesByPart } from '../../../tools/package-sizes/parts.ts'

describe('what a package is made of', () => {
  const shares = { 'application.cjs': { Kerbside: 300, fastify: 100 }, 'chunks/hi-DvX5DhS5.cjs': { Kerbside: 10 } }
  const of = (name: string, bytes = 1000) =>
    Object.fromEntries([...bytesByPart([{ name, bytes }], () => shares)].filter(([, size]) => size > 0))

  it('counts a script by whose code it is made of', () => {
    expect(of('out/main/application.cjs')).toEqual({ 'our code': 750, 'npm packages in the bundles': 250 })
  })

  it.each([
    ['out/main/chunks/hi-DvX5DhS5.cjs', 'words in other languages'],
    ['lib/kiosk/assets/phone-arabic-CIiJwGp9.js', 'words in other languages'],
    ['out/kiosk/assets/noto-sans-arabic-arabic-400-normal-AAMxebZb.woff2', 'fonts'],
    ['out/fonts/noto-sans-LICENSE', 'fonts'],
    ['kerbside-server/node_modules/better-sqlite3/lib/database.js', 'SQLite and its binding'],
    ['out/renderer/assets/index-Cbg_y7NO.js.br', 'pages compressed ahead'],
    ['out/main/application.cjs.linux-x64.compiled', 'compiled ahead'],
    ['out/preload/preload.cjs', 'our code'],
    ['package.json', 'style, pictures and the rest'],
  ])('counts %s as %s', (name, part) => {
    expect(of(name)).toEqual({ [part]: 1000 })
  })

  it.each([
    ['/home/me/kerbside/src-server/index.ts', 'Kerbside'],
    ['/home/me/kerbside/node_modules/ajv/dist/core.js?commonjs', 'ajv'],
    ['/home/me/kerbside/node_modules/a/node_modules/@b/c/index.js', '@b/c'],
    ['C:\\kerbside\\node_modules\\valibot\\dist\\index.mjs', 'valibot'],
  ])('says whose %s is', (id, owner) => {
    expect(ownerOf(id)).toBe(owner)
  })
})

describe('a table that a program writes into a page', () => {
  const page = 'Before.\n\n<!-- written by: npm run it -->\n\nold\n\n<!-- end -->\n\nAfter.\n'
  it('takes the place of the one before, figures to the right', () => {
    const cells = [
      ['what', 'MB'],
      ['a thing', '1.5'],
    ]
    expect(putTable(page, 'npm run it', cells)).toBe(
      'Before.\n\n<!-- written by: npm run it -->\n\n| what | MB |\n| --- | ---: |\n| a thing | 1.5 |\n\n<!-- end -->\n\nAfter.\n',
    )
  })

  it('needs a place', () => {
    expect(() => putTable(page, 'npm run another', [])).toThrow('no place for the table of npm run another')
  })
})
