import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'

const docs = join(import.meta.dirname, '../../docs')
const HEADING = '## Other sizes, and high contrast'
const LOOKS = [
  ['contrast', 'high contrast'],
  ['other-light', 'small or lying, light'],
  ['other-dark', 'small or lying, dark'],
] as const

/** Shows in docs/screens.md, as its last part, the pictures of the looks that are compared more than read. */
export async function listOtherLooks(): Promise<void> {
  const file = join(docs, 'screens.md')
  const [before = ''] = readFileSync(file, 'utf8').split(HEADING)
  const pictures = readdirSync(join(docs, 'images')).map((name) => name.replace(/\.png$/, ''))
  const ending = new RegExp(`-(${LOOKS.map(([look]) => look).join('|')})$`)
  const shown = [
    ...new Set(pictures.filter((name) => ending.test(name)).map((name) => name.replace(ending, ''))),
  ].toSorted()
  const cell = (name: string, words: string) =>
    pictures.includes(name) ? `<img src="images/${name}.png" width="240" alt="${words}">` : ''
  const rows = shown.map((screen) =>
    ['', screen, ...LOOKS.map(([look, words]) => cell(`${screen}-${look}`, `${screen}, ${words}`)), '']
      .join(' | ')
      .trim(),
  )
  const head = [['', '', ...LOOKS.map(([, words]) => words), ''].join(' | ').trim(), '| --- | --- | --- | --- |']
  const part =
    shown.length === 0
      ? ''
      : [HEADING, '', 'The smaller they are kept, the more they are for comparing.', '', ...head, ...rows].join('\n')
  const text = await format(`${before.trim()}\n\n${part}\n`, { ...(await resolveConfig(file)), parser: 'markdown' })
  writeFileSync(file, text)
}
