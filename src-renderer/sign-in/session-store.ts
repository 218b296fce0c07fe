import { create } from 'zustand/react'
import { ApiError } from '../../src-shared/api/client.ts'
import type { RequestOf } from '../../src-shared/api/route.ts'
import type { Routes } from '../../src-shared/api/routes.ts'
import type { Session } from '../../src-shared/api/site-schemas.ts'
import { api, onSessionLocked, onUnauthenticated } from '../connection/console-api.ts'
import { nextSession, type ConsoleSession, type SessionEvent } from './session-machine.ts'

type SetupRequest = RequestOf<Routes['POST /api/v1/setup']>['body']

export const useSession = create<ConsoleSession>(() => ({ is: 'starting' }))

/** After so many minutes without a touch the console locks; 0 for never. */
export const useLockMinutes = create<{ minutes: number }>(() => ({ minutes: 0 }))

function welcome({ user, password_temporary: passwordTemporary, lock_minutes: minutes }: Session) {
  useLockMinutes.setState({ minutes })
  send({ on: 'welcome', user, passwordTemporary })
}

function send(event: SessionEvent) {
  useSession.setState((session) => nextSession(session, event), true)
}

onUnauthenticated(() => {
  const { is } = useSession.getState()
  send({ on: 'refused' })
  // Where everybody was thrown out because the site is gone, there is nothing left to unlock.
  if (is === 'signed-in' || is === 'new-password') void askWhoIsHere()
})

onSessionLocked(() => send({ on: 'locked' }))

/** Finds out whether this is a first start, and who is signed in if it is not. */
export async function askWhoIsHere(): Promise<void> {
  try {
    const setup = await api.call('GET /api/v1/setup')
    if (setup.needed) return send({ on: 'setup-needed', suggestedTimezone: setup.suggested_timezone })
    const found = await api.call('GET /api/v1/session')
    // What was asked before somebody locked opens no lock.
    if (useSession.getState().is !== 'locked') welcome(found)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.problem?.code === 'recovery_needed') return lookForRecovery()
    send({ on: error.problem?.code === 'unauthenticated' ? 'nobody' : 'unreachable' })
  }
}

/** Reads why the data cannot be opened, and what there is to restore. @throws ApiError when the server does not answer */
export async function lookForRecovery(): Promise<void> {
  const recovery = await api.call('GET /api/v1/recovery')
  if (recovery.damage === null) await askWhoIsHere()
  else send({ on: 'recovery-needed', recovery })
}

/** @throws ApiError when the server refuses or does not answer */
export async function signIn(username: string, password: string): Promise<void> {
  welcome(await lookAgainIfRefused(api.call('POST /api/v1/session', { body: { username, password } })))
}

/** @throws ApiError when the server refuses or does not answer */
export async function setUp(body: SetupRequest): Promise<void> {
  welcome(await lookAgainIfRefused(api.call('POST /api/v1/setup', { body })))
}

/** A site may be gone, or set up by somebody else, while its page stood open: then another page is the right one. */
async function lookAgainIfRefused<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (error instanceof ApiError && error.problem !== undefined) void askWhoIsHere()
    throw error
  }
}

/** Reads anew after how many minutes the console locks. */
export async function readLockMinutes(): Promise<void> {
  const { lock_minutes: minutes } = await api.call('GET /api/v1/session')
  useLockMinutes.setState({ minutes })
}

/** Covers everything at once; the lock screen tells the server, as often as it takes. */
export function lockConsole(): void {
  if (useSession.getState().is === 'signed-in') send({ on: 'locked' })
}

/** @throws ApiError when the server refuses or does not answer */
export async function unlock(secret: string): Promise<void> {
  welcome(await api.call('POST /api/v1/session/unlock', { body: { secret } }))
}

/** The one who was given a password has chosen another, and is in. */
export function passwordChosen(): void {
  send({ on: 'password-chosen' })
}

/** Signs out; a session that is over already is as good. @throws ApiError when the server does not answer */
export async function signOut(): Promise<void> {
  try {
    await api.call('DELETE /api/v1/session')
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem?.code !== 'unauthenticated') throw error
  }
  send({ on: 'left' })
}

/** Another window of this console has signed out, and this one with it. */
export function hearLeft(): void {
  const { is } = useSession.getState()
  if (is === 'signed-in' || is === 'new-password' || is === 'ended' || is === 'locked') send({ on: 'left' })
}

/** Another window has let somebody in: this one asks whom, and follows unless something has happened here meanwhile. */
export async function joinOthers(): Promise<void> {
  const before = useSession.getState()
  try {
    const found = await api.call('GET /api/v1/session')
    if (useSession.getState() === before) welcome(found)
  } catch (error) {
    // Whoever is at this window can still sign in by hand.
    if (!(error instanceof ApiError)) throw error
  }
}

/** The site is gone, and every session with it: the console is as at its first start. */
export async function leaveWipedSite(): Promise<void> {
  send({ on: 'left' })
  await askWhoIsHere()
}
