import { describe, expect, it } from 'vitest'
import { paperArabic } from '../../../src-shared/i18n/messages/ar/paper-arabic.ts'
import { phoneArabic } from '../../../src-shared/i18n/messages/ar/phone-arabic.ts'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { kioskAids } from '../../../src-shared/i18n/messages/en/kiosk-aids.ts'
import { phoneEnglish } from '../../../src-shared/i18n/messages/en/phone-english.ts'
import { receipt } from '../../../src-shared/i18n/messages/en/receipt.ts'
import { reportTables } from '../../../src-shared/i18n/messages/en/report-tables.ts'
import { weeklyPaper } from '../../../src-shared/i18n/messages/en/weekly-paper.ts'
import { hindi } from '../../../src-shared/i18n/messages/hi/index.ts'
import { malayalam } from '../../../src-shared/i18n/messages/ml/index.ts'
import { languageTags, type LanguageTag } from '../../../src-shared/i18n/languages.ts'
import { translationProblems, untranslated } from '../../../tools/check/message-shape.ts'
import { unusedMessages } from '../../../tools/check/message-uses.ts'
import { inPlantedTree, repository } from './planted-tree.ts'
import { sameAsEnglish } from './same-as-english.ts'

/** Each language with what it is held against. Arabic is for customers and for paper. */
const catalogues: Readonly<Record<Exclude<LanguageTag, 'en'>, readonly [source: object, messages: object]>> = {
  hi: [english, hindi],
  ml: [english, malayalam],
  ar: [
    { ...phoneEnglish, ...kioskAids, ...receipt, ...reportTables, ...weeklyPaper },
    { ...phoneArabic, ...paperArabic },
  ],
}

describe.each(Object.entries(catalogues))('messages in %s', (tag, [source, messages]) => {
  it('have the keys, values and cases of English, and each plural of their language', () => {
    expect(translationProblems({ ...source }, { ...messages }, tag)).toEqual([])
  })

  it('are in its own words', () => {
    const same = untranslated({ ...source }, { ...messages })
    const meant: readonly string[] = sameAsEnglish[tag as keyof typeof sameAsEnglish]
    expect(same.toSorted()).toEqual([...meant].toSorted())
  })
})

it('messages are held against English in each language that there is', () => {
  expect(Object.keys(catalogues).toSorted()).toEqual(languageTags.filter((tag) => tag !== 'en').toSorted())
})

it('messages in English have both forms of each plural', () => {
  expect(translationProblems(english, english, 'en')).toEqual([])
})

/** Keys whose beginning stands in a table, so that no template names it. */
const putTogether = [/^kiosk\.bayClass\.\w+Words$/, /^wash\.(cancel|noShow)\.(title|text)$/]

it('messages are all used', () => {
  expect(unusedMessages(repository, Object.keys(english), putTogether)).toEqual([])
  // A declaration that nothing needs any more goes.
  for (const one of putTogether)
    expect(
      unusedMessages(
        repository,
        Object.keys(english),
        putTogether.filter((other) => other !== one),
      ),
    ).not.toEqual([])
})

describe('what is wrong with a translation is found:', () => {
  const source = {
    a: 'Bay {bay}',
    b: '{n, plural, one {# car} other {# cars}}',
    c: '{kind, select, wash {Wash} other {Park}}',
  }
  const right = {
    a: 'Platz {bay}',
    b: '{n, plural, one {# Auto} other {# Autos}}',
    c: '{kind, select, wash {Wäsche} other {Platz}}',
  }
  const cases: readonly [what: string, messages: Readonly<Record<string, string>>, language: string, found: string][] =
    [
      ['a message too few', { a: right.a, b: right.b }, 'de', 'c: missing'],
      ['a message too many', { ...right, d: 'x' }, 'de', 'd: English has no such message'],
      ['a value of another name', { ...right, a: 'Platz {platz}' }, 'de', 'a: values platz, in English bay'],
      ['a value left out', { ...right, a: 'Platz' }, 'de', 'a: values none, in English bay'],
      [
        'a case left out',
        { ...right, c: '{kind, select, other {Platz}}' },
        'de',
        'c: cases of kind other, in English other, wash',
      ],
      ['plural forms left out', right, 'ar', 'b: n lacks the form few, many, two, zero'],
    ]
  it.each(cases)('%s', (_, messages, language, found) => {
    expect(translationProblems(source, messages, language)).toEqual([found])
  })

  it('nothing, where nothing is', () => {
    expect(translationProblems(source, right, 'de')).toEqual([])
  })

  it('words that are still English', () => {
    expect(
      untranslated({ a: 'Bay {bay}', b: '{day} {time}', c: 'Pay' }, { a: 'Bay {bay}', b: '{day} {time}', c: 'Zahlen' }),
    ).toEqual(['a'])
  })
})

it('a message that nobody speaks of is found', async () => {
  const files = {
    'kiosk/a.ts': "t('k.said'); t(`k.class.${bayClass}`); t(`k.${one}.${two ?? 'x'}Words`); t(`${all}.k.free`)",
    'tests/b.ts': "t('k.tested')",
  }
  const keys = ['k.said', 'k.class.car', 'k.purpose.parkWords', 'k.tested', 'k.left', 'x.k.free']
  expect(await inPlantedTree(files, (root) => unusedMessages(root, keys))).toEqual(['k.tested', 'k.left', 'x.k.free'])
})
