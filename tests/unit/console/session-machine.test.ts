import { describe, expect, it } from 'vitest'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { nextSession, type ConsoleSession, type SessionEvent } from '../../../src-renderer/sign-in/session-machine.ts'

const user = { id: 'u1', name: 'Meera', username: 'meera', role: 'owner' } as const
const other = { id: 'u2', name: 'Arun', username: 'arun', role: 'attendant' } as const

const starting: ConsoleSession = { is: 'starting' }
const setup: ConsoleSession = { is: 'setup', suggestedTimezone: 'Asia/Kolkata' }
const signedOut: ConsoleSession = { is: 'signed-out', left: false }
const signedIn: ConsoleSession = { is: 'signed-in', user }
const ended: ConsoleSession = { is: 'ended', user }
const locked: ConsoleSession = { is: 'locked', user }
const lockedBefore: ConsoleSession = { is: 'locked', user: null }
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
    ['a refusal while working covers it', signedIn, { on: 'refused' }, ended],
    ['a refusal while signing in changes nothing', signedOut, { on: 'refused' }, signedOut],
    ['a second refusal leaves the cover', ended, { on: 'refused' }, ended],
    ['the same person goes on', ended, welcome(user), signedIn],
    ['somebody else takes over', ended, welcome(other), { is: 'signed-in', user: other }],
    ['leaving is remembered', signedIn, { on: 'left' }, { is: 'signed-out', left: true }],
    ['a late answer of the start takes no screen away', signedIn, { on: 'nobody' }, signedIn],
    ['nor does it open the setup again', signedIn, { on: 'setup-needed', suggestedTimezone: 'UTC' }, signedIn],
    ['a cover opens by no answer', ended, { on: 'nobody' }, ended],
    [
      'a cover of a site that is gone gives way to the setup',
      ended,
      { on: 'setup-needed', suggestedTimezone: 'Asia/Kolkata' },
      setup,
    ],
    ['so does its sign-in', signedOut, { on: 'setup-needed', suggestedTimezone: 'Asia/Kolkata' }, setup],
    ['a setup that somebody else has done gives way to the sign-in', setup, { on: 'nobody' }, signedOut],
    ['a password that somebody else set is changed first', signedOut, welcome(user, true), newPassword],
    ['also where it had ended', ended, welcome(user, true), newPassword],
    ['with one’s own chosen, one is in', newPassword, { on: 'password-chosen' }, signedIn],
    ['a choice that comes late lets nobody in', signedOut, { on: 'password-chosen' }, signedOut],
    ['there is nothing to lock before', newPassword, { on: 'refused' }, signedOut],
    ['leaving instead is leaving', newPassword, { on: 'left' }, { is: 'signed-out', left: true }],
    ['a lock covers the screens', signedIn, { on: 'locked' }, locked],
    ['a page that is opened on a locked session knows nobody', starting, { on: 'locked' }, lockedBefore],
    ['nor does one that locks before a password was chosen', newPassword, { on: 'locked' }, lockedBefore],
    ['a lock is not locked again', locked, { on: 'locked' }, locked],
    ['nobody is locked out of the sign-in', signedOut, { on: 'locked' }, signedOut],
    ['who locked it unlocks it', locked, welcome(user), signedIn],
    ['also on a page that did not know who', lockedBefore, welcome(user), signedIn],
    ['a lock that has ended names nobody', locked, { on: 'refused' }, signedOut],
    ['a lock opens by no late answer', locked, { on: 'nobody' }, locked],
    ['a lock is left by signing out', lockedBefore, { on: 'left' }, { is: 'signed-out', left: true }],
    ['a lost server opens no lock', locked, { on: 'unreachable' }, locked],
    ['a lost server does not sign anybody out', signedIn, { on: 'unreachable' }, signedIn],
  ]
  it.each(cases)('%s', (_name, before, event, after) => {
    expect(nextSession(before, event)).toEqual(after)
  })
})
