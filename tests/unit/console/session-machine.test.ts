import { describe, expect, it } from 'vitest'
import { nextSession, type ConsoleSession, type SessionEvent } from '../../../src-renderer/sign-in/session-machine.ts'

const user = { id: 'u1', name: 'Meera', username: 'meera', role: 'owner' } as const
const other = { id: 'u2', name: 'Arun', username: 'arun', role: 'attendant' } as const

const starting: ConsoleSession = { is: 'starting' }
const setup: ConsoleSession = { is: 'setup', suggestedTimezone: 'Asia/Kolkata' }
const signedOut: ConsoleSession = { is: 'signed-out', left: false }
const signedIn: ConsoleSession = { is: 'signed-in', user }
const locked: ConsoleSession = { is: 'locked', user }

describe('the session of the console', () => {
  const cases: readonly (readonly [string, ConsoleSession, SessionEvent, ConsoleSession])[] = [
    ['a first start asks for the owner', starting, { on: 'setup-needed', suggestedTimezone: 'Asia/Kolkata' }, setup],
    ['nobody is asked to sign in', starting, { on: 'nobody' }, signedOut],
    ['a session that still holds goes on', starting, { on: 'welcome', user }, signedIn],
    ['a server that does not answer is said so', starting, { on: 'unreachable' }, { is: 'unreachable' }],
    ['after the first start the owner is in', setup, { on: 'welcome', user }, signedIn],
    ['a refusal while working locks', signedIn, { on: 'refused' }, locked],
    ['a refusal while signing in changes nothing', signedOut, { on: 'refused' }, signedOut],
    ['a second refusal leaves the lock', locked, { on: 'refused' }, locked],
    ['the same person unlocks', locked, { on: 'welcome', user }, signedIn],
    ['somebody else takes over', locked, { on: 'welcome', user: other }, { is: 'signed-in', user: other }],
    ['leaving is remembered', signedIn, { on: 'left' }, { is: 'signed-out', left: true }],
    ['a late answer of the start takes no screen away', signedIn, { on: 'nobody' }, signedIn],
    ['nor does it open the setup again', locked, { on: 'setup-needed', suggestedTimezone: 'UTC' }, locked],
    ['a lost server does not sign anybody out', signedIn, { on: 'unreachable' }, signedIn],
  ]
  it.each(cases)('%s', (_name, before, event, after) => {
    expect(nextSession(before, event)).toEqual(after)
  })
})
