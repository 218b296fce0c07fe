import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorStatuses } from '../../../src-shared/errors/error-codes.ts'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { findDeadLinks, readPages } from '../../../tools/check/docs-links.ts'
import { headingId } from '../../../tools/docs/heading-id.ts'
import { sections } from '../../../tools/docs/pages.ts'
import { inPlantedTree, repository } from './planted-tree.ts'

const deadIn = async (files: Record<string, string>) =>
  (await inPlantedTree(files, findDeadLinks)).dead.map(({ page, target }) => `${page}: ${target}`)

describe('links between pages', () => {
  it.each([
    ['a page that is not there', 'See [it](b.md).', 'docs/a.md: b.md'],
    ['a picture that is not there', '![It](images/b.png)', 'docs/a.md: images/b.png'],
    ['a tag’s picture that is not there', '<img src="images/b.png" alt="It">', 'docs/a.md: images/b.png'],
    ['a heading that is not there', '# One\n\n[Two](#two)', 'docs/a.md: #two'],
    ['a heading that is code', '```sh\n# two\n```\n\n[Two](#two)', 'docs/a.md: #two'],
    ['a file outside the repository', '[Up](../../up.md)', 'docs/a.md: ../../up.md'],
  ])('are dead where they lead to %s', async (_what, text, dead) => {
    expect(await deadIn({ 'docs/a.md': text })).toEqual([dead])
  })

  it('are good where they lead to a page, a heading, a picture or another host', async () => {
    const files = {
      'docs/a.md': '[b](more/b.md#its-heading-two) [here](#one) ![c](c.png) [far](https://example.org/x)\n\n# One',
      'docs/more/b.md': '## Its heading: `two`\n\n[a](../a.md) [root](../../README.md)',
      'docs/c.png': '',
      'README.md': '[a](docs/a.md)',
    }
    expect(await deadIn(files)).toEqual([])
  })

  it('all lead somewhere in this repository', () => {
    const { dead, links } = findDeadLinks(repository)
    expect(dead).toEqual([])
    expect(links).toBeGreaterThan(150)
  })
})

describe('the id of a heading', () => {
  it.each([
    ['By an authority of its own: `KERBSIDE_TLS=local`', 'by-an-authority-of-its-own-kerbside_tlslocal'],
    ['“≈ ± 40 ms”', '--40-ms'],
    ['The address on customers’ phones', 'the-address-on-customers-phones'],
    ['രസീത്', 'രസീത്'],
  ])('of %s is as a code forge makes it', (heading, id) => {
    expect(headingId(heading)).toBe(id)
  })
})

describe('the site’s sidebar', () => {
  it('has every page of docs/ once, and no other', () => {
    const listed = sections.flatMap(({ pages }) => pages.map(({ file }) => `docs/${file}`))
    const there = readPages(repository).filter((page) => page.startsWith('docs/'))
    expect(listed.toSorted()).toEqual(there)
  })
})

describe('the pictures', () => {
  it('are each on a page', () => {
    const text = readPages(repository)
      .map((page) => readFileSync(join(repository, page), 'utf8'))
      .join('\n')
    const unseen = readdirSync(join(repository, 'docs/images')).filter((name) => !text.includes(`images/${name}`))
    expect(unseen).toEqual([])
  })
})

const guide = readPages(repository).filter((page) => page.startsWith('docs/guide/'))
const textOf = (page: string) => readFileSync(join(repository, page), 'utf8')

describe('the guide', () => {
  /** Each message as it may stand on a screen; one that is hardly more than its places would be anything. */
  const onScreen = Object.values<string>(english).flatMap((message) => {
    const words = message.split(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/)
    if (!/\p{L}{2}/u.test(words.join(''))) return []
    return [new RegExp(`^${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+')}$`)]
  })
  const isOnScreen = (label: string) => onScreen.some((message) => message.test(label))

  it.each(guide)('names in bold nothing but what stands on a screen: %s', (page) => {
    const labels = [
      ...textOf(page)
        .replaceAll(/\s+/g, ' ')
        .matchAll(/\*\*(.+?)\*\*/g),
    ].map(([, label = '']) => label)
    expect(labels.filter((label) => !isOnScreen(label))).toEqual([])
  })

  it('would notice a label that is on no screen', () => {
    expect(isOnScreen('Open the shift')).toBe(true)
    expect(isOnScreen('Take ₹100.00 as a part')).toBe(true)
    expect(isOnScreen('Begin the day now')).toBe(false)
  })

  it.each(Object.keys(errorStatuses))('says of the code %s what stands on the screen', (code) => {
    const messages: Readonly<Record<string, string>> = english
    const words = messages[`console.error.${code}`] ?? messages[`error.${code}`]
    const row = textOf('docs/guide/troubleshooting.md').match(new RegExp(`^\\| \`${code}\` +\\| (.*?) +\\|`, 'm'))
    expect(row?.[1]).toBe(words)
  })
})
