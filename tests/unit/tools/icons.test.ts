import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icnsOf, icoOf, picturesInIcns, picturesInIco, sideOfPng } from '../../../tools/icons/containers.ts'

const icons = join(import.meta.dirname, '..', '..', '..', 'src-main', 'icons')
const sides = (pictures: readonly { readonly side: number }[]) => pictures.map(({ side }) => side)

describe('the icons of the packages', () => {
  it('are there for Windows in each size that it shows, up to 256', () => {
    expect(sides(picturesInIco(readFileSync(join(icons, 'kerbside.ico'))))).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  it('are there for macOS up to 512 points with two pixels each', () => {
    expect(sides(picturesInIcns(readFileSync(join(icons, 'kerbside.icns')))).at(-1)).toBe(1024)
  })

  it('are there for Linux, each as large as its name says', () => {
    const names = readdirSync(join(icons, 'linux'))
    expect(names).toContain('512x512.png')
    for (const name of names) {
      const side = sideOfPng(readFileSync(join(icons, 'linux', name)))
      expect(name).toBe(`${side}x${side}.png`)
    }
  })

  it('are one drawing: a size is the same picture in each of its files', () => {
    const png = readFileSync(join(icons, 'linux', '256x256.png'))
    const inIco = picturesInIco(readFileSync(join(icons, 'kerbside.ico'))).find(({ side }) => side === 256)
    const inIcns = picturesInIcns(readFileSync(join(icons, 'kerbside.icns'))).find(({ side }) => side === 256)
    expect(inIco?.png.equals(png)).toBe(true)
    expect(inIcns?.png.equals(png)).toBe(true)
  })

  it('are refused when a picture is not what its place says', () => {
    const small = readFileSync(join(icons, 'linux', '16x16.png'))
    expect(() => picturesInIco(icoOf([{ side: 32, png: small }]))).toThrow('16 pixels stands for one of 32')
    expect(() => icnsOf([{ side: 16, png: small }])).toThrow('a macOS icon has a picture of')
    expect(() => sideOfPng(Buffer.from('no picture at all, but long enough'))).toThrow('no PNG')
  })
})
