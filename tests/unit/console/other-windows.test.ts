import { describe, expect, it } from 'vitest'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { ownScreenOf, ownScreens, ownWindowAddress } from '../../../src-shared/desktop/own-windows.ts'
import type { ConsoleSession } from '../../../src-renderer/sign-in/session-machine.ts'
import { wordFor } from '../../../src-renderer/sign-in/use-other-windows.ts'

const user: User = { id: 'u1', username: 'asha', name: 'Asha', role: 'attendant' }
const signedIn: ConsoleSession = { is: 'signed-in', user }
const locked: ConsoleSession = { is: 'locked', user }
const ended: ConsoleSession = { is: 'ended', user }
const left: ConsoleSession = { is: 'signed-out', left: true }
const nobody: ConsoleSession = { is: 'signed-out', left: false }

describe('what the other windows are told', () => {
  it.each<[string, ConsoleSession, ConsoleSession, string | undefined]>([
    ['somebody signed in', left, signedIn, 'in'],
    ['signed in again', ended, signedIn, 'in'],
    ['opened the lock', locked, signedIn, 'in'],
    ['locked', signedIn, locked, 'locked'],
    ['signed out', signedIn, left, 'left'],
    ['left a locked console', locked, left, 'left'],
    ['the page was opened and found somebody', { is: 'starting' }, signedIn, undefined],
    ['the page was opened on a locked session', { is: 'starting' }, { is: 'locked', user: null }, undefined],
    ['the session ended, which each window hears itself', signedIn, ended, undefined],
    ['nobody is here', { is: 'starting' }, nobody, undefined],
    ['the same person was welcomed once more', signedIn, { ...signedIn }, undefined],
  ])('%s', (_what, before, now, word) => {
    expect(wordFor(now, before)).toBe(word)
  })
})

describe('the address of a window of its own', () => {
  it.each(ownScreens)('is read back: %s', (screen) => {
    const url = new URL(ownWindowAddress(screen), 'http://127.0.0.1:8001/console/')
    expect([ownScreenOf(url.search), url.hash]).toEqual([screen, `#/${screen}`])
  })
  it.each(['', '?', '?window=', '?window=settings', '?window=LOT', '?windows=lot', '?awindow=lot'])(
    'is that of the whole console: %j',
    (search) => {
      expect(ownScreenOf(search)).toBeUndefined()
    },
  )
})
