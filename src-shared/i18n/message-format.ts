import { isRightToLeft } from './languages.ts'

/**
 * A message as `@lingui/message-utils` compiles it: text, values by name, and the forms of ICU that our messages use:
 * `plural` with exact cases, `select` and `number`. `#` stands for a plural's number.
 */
export type CompiledMessage = string | readonly Token[]
type Token = string | readonly [name: string, kind?: string, cases?: unknown]

export type MessageValues = Readonly<Record<string, string | number>>

/** Makes what writes compiled messages in one language. @param language a BCP 47 tag: plural rules and digits follow it */
export function createMessageFormat(language: string): (message: CompiledMessage, values: MessageValues) => string {
  // Made when they are first needed: most screens count nothing.
  let numbers: Intl.NumberFormat | undefined
  let plurals: Intl.PluralRules | undefined
  // Among words that run from right to left a plate, a time or a price keeps its own direction and place (UAX #9).
  const isIsolated = isRightToLeft(language)
  const figures = (value: number): string => (numbers ??= new Intl.NumberFormat(language)).format(value)
  const pluralOf = (count: number): string => (plurals ??= new Intl.PluralRules(language)).select(count)

  function write(message: CompiledMessage, values: MessageValues, counted?: number): string {
    if (typeof message === 'string') return message
    return message.map((token) => written(token, values, counted)).join('')
  }

  function written(token: Token, values: MessageValues, counted?: number): string {
    if (token === '#' && counted !== undefined) return figures(counted)
    if (typeof token === 'string') return token
    const [name, kind, given] = token
    const value = values[name]
    if (value === undefined) return ''
    const cases = given as Readonly<Record<string, CompiledMessage>>
    switch (kind) {
      case undefined:
        return isIsolated ? `\u2068${value}\u2069` : String(value)
      case 'number':
        return figures(Number(value))
      case 'select':
        return write(cases[value] ?? cases['other'] ?? '', values, counted)
      case 'plural': {
        const count = Number(value)
        return write(cases[count] ?? cases[pluralOf(count)] ?? cases['other'] ?? '', values, count)
      }
      default:
        throw new TypeError(`messages know no ${kind}`)
    }
  }

  return write
}
