import { describe, expect, it } from 'vitest'
import { meansCommand } from '../../../src-renderer/search/command-match.ts'
import { commands, digitOf, shortcuts } from '../../../src-renderer/shell/shortcut-table.ts'

describe('what somebody types for a command', () => {
  const walkIn = 'Walk-in: a ticket for a car at the gate'

  it('is beginnings of its words, in any order', () => {
    for (const typed of ['', 'walk', 'WALK IN', 'ticket gate', 'ga tick'])
      expect(meansCommand(typed, walkIn)).toBe(true)
    for (const typed of ['alk', 'walk out', 'KL07']) expect(meansCommand(typed, walkIn)).toBe(false)
  })
})

describe('what somebody types in a script whose vowels are marks', () => {
  it('is whole words there, too', () => {
    expect(meansCommand('टिकट', 'गाड़ी आई: गेट पर टिकट')).toBe(true)
    expect(meansCommand('गाड़ी टि', 'गाड़ी आई: गेट पर टिकट')).toBe(true)
    // "कट" ends a word; cut at its vowel sign, it would begin one.
    expect(meansCommand('कट', 'गाड़ी आई: गेट पर टिकट')).toBe(false)
  })
})

describe('the table of shortcuts', () => {
  it('gives no key to two things, and tells of every one that does something', () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { key, keys: shown } of commands) expect(shown[0].toLowerCase()).toBe(key)
  })

  it('has a digit for each of the first ten screens', () => {
    expect([0, 1, 8, 9, 10].map(digitOf)).toEqual(['1', '2', '9', '0', undefined])
  })
})
