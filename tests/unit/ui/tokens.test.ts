import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Tokens = ReadonlyMap<string, string>

const css = readFileSync(new URL('../../../src-shared/ui/tokens.css', import.meta.url), 'utf8')

/** The custom properties of the first rule whose selector comes after `from` in the file. */
function tokensOf(selector: string, from = ''): Tokens {
  const start = css.indexOf(`${selector} {`, css.indexOf(from))
  const body = css.slice(start, css.indexOf('}', start))
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
}

const light = tokensOf(':root')
const dark = tokensOf(":root[data-theme='dark']")
const contrast = tokensOf(":root[data-theme='contrast']")

/** Relative luminance and contrast ratio, by WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function ratio(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const grounds = ['--color-ground', '--color-surface', '--color-surface-sunken']
const inks = [
  '--color-text',
  '--color-text-muted',
  '--color-link',
  '--color-ok',
  '--color-warning',
  '--color-danger',
  '--color-info',
]
const soft = ['--color-ok-soft', '--color-warning-soft', '--color-danger-soft', '--color-info-soft']

const pairs: [ink: string, ground: string, least: number][] = [
  ...inks.flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, 4.5])),
  ...grounds.map((ground): [string, string, number] => ['--color-text', ground, 7]),
  ...soft.map((ground): [string, string, number] => ['--color-text', ground, 7]),
  ...soft.map((ground): [string, string, number] => [ground.replace('-soft', ''), ground, 4.5]),
  ['--color-on-accent', '--color-accent', 7],
  ['--color-on-accent', '--color-accent-pressed', 7],
  ...['free', 'held', 'booked', 'taken', 'overstay', 'blocked'].map((state): [string, string, number] => [
    `--bay-on-${state}`,
    `--bay-${state}`,
    4.5,
  ]),
  ['--bay-on-blocked', '--bay-blocked-hatch', 4.5],
  ['--lot-on-dim', '--lot-dim', 4.5],
  ['--plate-ink', '--plate-ground', 7],
  // What is not text: edges and the focus ring.
  ...['--lot-asphalt', '--lot-lane', '--lot-verge'].map((ground): [string, string, number] => [
    '--lot-paint',
    ground,
    4.5,
  ]),
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['--color-focus', ground, 3],
    ['--color-line-strong', ground, 3],
    ['--color-accent-edge', ground, 3],
  ]),
  ['--color-focus', '--color-focus-halo', 3],
  ['--lot-wall', '--lot-asphalt', 3],
  ['--paper-ink', '--paper-ground', 7],
]

/** What no pair names, and why that is well. */
const unpaired = {
  '--color-line': 'divides what is told apart by space as well',
  '--color-backdrop': 'only dims what lies under a dialog',
}

describe.each([
  ['light', light],
  ['dark', new Map([...light, ...dark])],
  ['contrast', new Map([...light, ...contrast])],
])('the %s theme', (name, tokens) => {
  it.each(pairs)('%s on %s is at least %f to 1', (ink, ground, least) => {
    const needed = name === 'contrast' && least === 4.5 ? 7 : least
    expect(ratio(tokens.get(ink) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(needed)
  })
})

describe('a theme', () => {
  it('is the same by the system’s preference and by name', () => {
    expect(tokensOf(':root:not([data-theme])', 'prefers-color-scheme: dark')).toEqual(dark)
    expect(tokensOf(':root:not([data-theme])', 'prefers-contrast: more')).toEqual(contrast)
  })

  it('gives every colour that light has', () => {
    const colours = [...light.keys()].filter((name) => /^--(color|bay|lot)-/.test(name))
    expect(colours.filter((name) => !dark.has(name))).toEqual([])
    expect(colours.filter((name) => !contrast.has(name))).toEqual([])
  })

  it('has no colour whose contrast nobody computes', () => {
    const colours = [...light.keys()].filter((name) => /^--(color|bay|lot|plate|paper)-/.test(name))
    expect(colours.filter((name) => !pairs.flat().includes(name))).toEqual(Object.keys(unpaired))
  })
})
