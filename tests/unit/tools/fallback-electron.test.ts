import { describe, expect, it } from 'vitest'

import { needsOwnSqliteBinding } from '../../../tools/electron-runtime/sqlite-binding.ts'

describe('the Electron that the desktop tests run on', () => {
  it.each([
    ['33.2.1', true],
    ['34.5.8', true],
    ['35.0.0', false],
    ['45.4.1', false],
  ])('Electron %s needs a better-sqlite3 of its own: %s', (version, expected) => {
    expect(needsOwnSqliteBinding(version)).toBe(expected)
  })
})
