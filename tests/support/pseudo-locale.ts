import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Page } from '@playwright/test'

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
}

type Token = string | readonly [name: string, kind?: string, cases?: Readonly<Record<string, unknown>>]

/** A message as nobody writes it: accents on each letter, two fifths longer, between signs that show where it begins and ends. */
export function pseudoMessage(message: string): readonly unknown[] {
  const tokens = compileMessage(message) as readonly Token[]
  const padding = 'ẋ'.repeat(Math.ceil(message.replaceAll(/\{[^{}]*\}/g, '').length * 0.4))
  return ['[!!! ', ...tokens.map(strange), ` ${padding} !!!]`]
}

/** The same of a message without values, as it stands on the page. */
export function pseudoText(message: string): string {
  return pseudoMessage(message).join('')
}

function strange(token: unknown): unknown {
  if (token === '#') return token
  if (typeof token === 'string')
    return token.replaceAll(/[a-z]/gi, (letter) => accented[letter.toLowerCase()] ?? letter)
  // An offset of a plural.
  if (!Array.isArray(token)) return token
  const [name, kind, cases] = token as unknown as Exclude<Token, string>
  if (cases === undefined) return token
  const inner = Object.entries(cases).map(([form, one]) => [form, Array.isArray(one) ? one.map(strange) : strange(one)])
  return [name, kind, Object.fromEntries(inner)]
}

/**
 * Has the built page read these messages where it asks for the words of another language. The product knows nothing of it:
 * the file is exchanged on its way.
 * @param file the language's file as it was built
 */
export async function exchangeWords(
  page: Page,
  file: RegExp,
  messages: Readonly<Record<string, string>>,
): Promise<void> {
  const pseudo = Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudoMessage(message)]))
  await page.route(file, async (route) => {
    const answer = await route.fetch()
    const names = [...(await answer.text()).matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').map(
        (one) =>
          one
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? '',
      ),
    )
    const exported = names.map((name) => `m as ${name}`).join(', ')
    await route.fulfill({
      contentType: 'text/javascript',
      body: `const m = ${JSON.stringify(pseudo)}\nexport { ${exported} }`,
    })
  })
}

/** What of these texts is in Latin words and does not come from the messages, nor is said by `data`. */
export function foreignWords(texts: readonly string[], data: RegExp): string[] {
  return texts.filter((text) => {
    const rest = text.replaceAll(/\[!!![^]*?!!!\]/g, ' ').replaceAll(data, ' ')
    return /[A-Za-z]{2,}/.test(rest)
  })
}
