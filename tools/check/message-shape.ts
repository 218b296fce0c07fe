import { compileMessage } from '@lingui/message-utils/compileMessage'

/** What a message asks of whoever uses it, and of its language: no words. */
interface Shape {
  /** The names of its values. */
  readonly values: ReadonlySet<string>
  /** The cases of each `select`, by the value's name. */
  readonly selects: ReadonlyMap<string, readonly string[]>
  /** The forms of each `plural`, exact cases aside. */
  readonly plurals: readonly { readonly value: string; readonly forms: readonly string[] }[]
}

type Token = string | readonly [name: string, kind?: string, cases?: Readonly<Record<string, unknown>>]

function shapeOf(message: string): Shape {
  const values = new Set<string>()
  const selects = new Map<string, readonly string[]>()
  const plurals: { value: string; forms: readonly string[] }[] = []
  function look(tokens: unknown): void {
    if (!Array.isArray(tokens)) return
    for (const token of tokens as Token[]) {
      if (typeof token === 'string') continue
      const [name, kind, cases = {}] = token
      values.add(name)
      // The compiler notes an offset, of 0 where the message says none.
      if (kind === 'select')
        selects.set(
          name,
          Object.keys(cases)
            .filter((one) => one !== 'offset')
            .toSorted(),
        )
      const forms = Object.keys(cases).filter((form) => /^[a-z]+$/.test(form) && form !== 'offset')
      if (kind === 'plural') plurals.push({ value: name, forms })
      for (const inner of Object.values(cases)) look(inner)
    }
  }
  look(compileMessage(message))
  return { values, selects, plurals }
}

const list = (names: Iterable<string>) => [...names].toSorted().join(', ') || 'none'

/**
 * What is wrong with the messages of a language, held against their English: keys, values, cases of a `select`, forms of a
 * `plural` that the language has.
 * @param language BCP 47
 */
export function translationProblems(
  english: Readonly<Record<string, string>>,
  messages: Readonly<Record<string, string>>,
  language: string,
): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
  const unknown = Object.keys(messages).filter((key) => !(key in english))
  return [
    ...unknown.map((key) => `${key}: English has no such message`),
    ...Object.entries(english).flatMap(([key, source]) => {
      const message = messages[key]
      return message === undefined
        ? [`${key}: missing`]
        : messageProblems(key, shapeOf(source), shapeOf(message), forms)
    }),
  ]
}

function messageProblems(key: string, source: Shape, shape: Shape, forms: readonly string[]): string[] {
  const problems: string[] = []
  const differ = (what: string, is: Iterable<string>, should: Iterable<string>) => {
    if (list(is) !== list(should)) problems.push(`${key}: ${what} ${list(is)}, in English ${list(should)}`)
  }
  differ('values', shape.values, source.values)
  for (const [name, cases] of source.selects) differ(`cases of ${name}`, shape.selects.get(name) ?? [], cases)
  for (const { value, forms: has } of shape.plurals) {
    // Where English says the same of every number but an exact one, so may others.
    const isCounted = (one: Shape['plurals'][number]) =>
      one.value === value && one.forms.some((form) => form !== 'other')
    if (![...source.plurals, ...shape.plurals].some(isCounted)) continue
    const missing = forms.filter((form) => !has.includes(form))
    if (missing.length > 0) problems.push(`${key}: ${value} lacks the form ${list(missing)}`)
  }
  return problems
}

/** The messages that a language says in the very words of English, those without any words aside. */
export function untranslated(
  english: Readonly<Record<string, string>>,
  messages: Readonly<Record<string, string>>,
): string[] {
  const hasWords = (message: string) => /\p{L}/u.test(message.replaceAll(/\{\w+\}/g, ''))
  return Object.keys(english).filter((key) => hasWords(english[key] ?? '') && messages[key] === english[key])
}
