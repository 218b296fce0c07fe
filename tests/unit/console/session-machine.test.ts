import { describe, expect, it } from 'vitest'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { nextSession, type ConsoleSession, type SessionEvent } from '../../../src-renderer/sign-in/session-machine.ts'

const user = { id: 'u1', name: 'Meera', username: 'meera', role: 'owner' } as const
const other = { id: 'u2', name: 'Arun', username: 'arun', role: 'attendant' } as const

const starting: ConsoleSession = { is: 'starting' }
const setup: ConsoleSession = { is: 'setup', suggestedTimezone: 'Asia/Kolkata' }
const signedOut: ConsoleSession = { is: 'signed-out', left: false }
const signedIn: ConsoleSession = { is: 'signed-in', user }
const locked: ConsoleSession = { is: 'locked', user }
const newPassword: ConsoleSession = { is: 'new-password', user }
const welcome = (who: User, passwordTemporary = false): SessionEvent => ({
  on: 'welcome',
  user: who,
  passwordTemporary,
})

describe('the session of the console', () => {
  const cases: readonly (readonly [string, ConsoleSession, SessionEvent, ConsoleSession])[] = [
    ['a first start asks for the owner', starting, { on: 'setup-needed', suggestedTimezone: 'Asia/Kolkata' }, setup],
    ['nobody is asked to sign in', starting, { on: 'nobody' }, signedOut],
    ['a session that still holds goes on', starting, welcome(user), signedIn],
    ['a server that does not answer is said so', starting, { on: 'unreachable' }, { is: 'unreachable' }],
    ['after the first start the owner is in', setup, welcome(user), signedIn],
    ['a refusal while working locks', signedIn, { on: 'refused' }, locked],
    ['a refusal while signing in changes nothing', signedOut, { on: 'refused' }, signedOut],
    ['a second refusal leaves the lock', locked, { on: 'refused' }, locked],
    ['the same person unlocks', locked, welcome(user), signedIn],
    ['somebody else takes over', locked, welcome(other), { is: 'signed-in', user: other }],
    ['leaving is remembered', signedIn, { on: 'left' }, { is: 'signed-out', left: true }],
    ['a late answer of the start takes no screen away', signedIn, { on: 'nobody' }, signedIn],
    ['nor does it open the setup again', signedIn, { on: 'setup-needed', suggestedTimezone: 'UTC' }, signedIn],
    ['a lock opens by no answer', locked, { on: 'nobody' }, locked],
    [
      'a lock of a site that is gone gives way to the setup',
      locked,
      { on: 'setup-needed', suggestedTimezone: 'Asia/Kolkata' },
      setup,
    ],
    ['so does its sign-in', signedOut, { on: 'setup-needed', suggestedTimezone: 'Asia/Kolkata' }, setup],
    ['a setup that somebody else has done gives way to the sign-in', setup, { on: 'nobody' }, signedOut],
    ['a password that somebody else set is changed first', signedOut, welcome(user, true), newPassword],
    ['also where it locked', locked, welcome(user, true), newPassword],
    ['with one’s own chosen, one is in', newPassword, { on: 'password-chosen' }, signedIn],
    ['a choice that comes late lets nobody in', signedOut, { on: 'password-chosen' }, signedOut],
    ['there is nothing to lock before', newPassword, { on: 'refused' }, signedOut],
    ['leaving instead is leaving', newPassword, { on: 'left' }, { is: 'signed-out', left: true }],
    ['a lost server does not sign anybody out', signedIn, { on: 'unreachable' }, signedIn],
  ]
  it.each(cases)('%s', (_name, before, event, after) => {
    expect(nextSession(before, event)).toEqual(after)
  })
})
