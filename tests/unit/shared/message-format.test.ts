import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { createMessageFormat, type MessageValues } from '../../../src-shared/i18n/message-format.ts'
import { createTranslator, type MessageKey } from '../../../src-shared/i18n/translate.ts'

const write = (message: string, values: MessageValues = {}, language = 'en') =>
  createMessageFormat(language)(compileMessage(message), values)

const bays = '{count, plural, =0 {no bay} one {# bay} other {# bays}}'

describe('a message', () => {
  it.each<[string, string, MessageValues, string]>([
    ['as plain text', 'Nothing to do', {}, 'Nothing to do'],
    ['with its values as they are', '{plate}: {count}', { plate: 'KL07', count: 12_000 }, 'KL07: 12000'],
    ['without a value that was not given', 'Bay {bay}', {}, 'Bay '],
    ['with a number in the language’s digits', '{days, number} d', { days: 3652 }, '3,652 d'],
    ['by its exact case', bays, { count: 0 }, 'no bay'],
    ['in the singular', bays, { count: 1 }, '1 bay'],
    ['in the plural', bays, { count: 1500 }, '1,500 bays'],
    ['by the case that is named', '{kind, select, wash {Wash} other {Bay}}', { kind: 'wash' }, 'Wash'],
    ['by the other case', '{kind, select, wash {Wash} other {Bay}}', { kind: 'x' }, 'Bay'],
    ['with cases in cases', `{kind, select, wash {x} other {${bays}}}`, { kind: '', count: 2 }, '2 bays'],
    ['with the number of the plural around it', '{n, plural, other {{k, select, other {#!}}}}', { n: 7, k: '' }, '7!'],
    ['with a # that counts nothing', 'No. #', {}, 'No. #'],
  ])('is written %s', (_, message, values, words) => {
    expect(write(message, values)).toBe(words)
  })

  it('follows the plural rules and digits of its language', () => {
    const message = '{count, plural, one {# Tag} two {zwei} few {few #} other {# Tage}}'
    expect(write(message, { count: 2 }, 'sl')).toBe('zwei')
    expect(write(message, { count: 3 }, 'sl')).toBe('few 3')
    expect(write(message, { count: 1234 }, 'de')).toBe('1.234 Tage')
  })

  it('of ours knows no form that could not be written', () => {
    const t = createTranslator('en', english)
    for (const key of Object.keys(english) as MessageKey[]) expect(() => t(key, anything)).not.toThrow()
  })

  it('that is missing shows its key', () => {
    expect(createTranslator('en', {})('common.cancel')).toBe('common.cancel')
  })
})

/** A value for every name: 1. */
const anything = new Proxy({}, { get: () => 1 }) as MessageValues
