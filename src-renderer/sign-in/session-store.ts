import { create } from 'zustand/react'
import { ApiError } from '../../src-shared/api/client.ts'
import type { RequestOf } from '../../src-shared/api/route.ts'
import type { Routes } from '../../src-shared/api/routes.ts'
import { api, onUnauthenticated } from '../connection/console-api.ts'
import { nextSession, type ConsoleSession, type SessionEvent } from './session-machine.ts'

type SetupRequest = RequestOf<Routes['POST /api/v1/setup']>['body']

export const useSession = create<ConsoleSession>(() => ({ is: 'starting' }))

function send(event: SessionEvent) {
  useSession.setState((session) => nextSession(session, event), true)
}

onUnauthenticated(() => send({ on: 'refused' }))

/** Finds out whether this is a first start, and who is signed in if it is not. */
export async function askWhoIsHere(): Promise<void> {
  try {
    const setup = await api.call('GET /api/v1/setup')
    if (setup.needed) return send({ on: 'setup-needed', suggestedTimezone: setup.suggested_timezone })
    const session = await api.call('GET /api/v1/session')
    send({ on: 'welcome', user: session.user })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    send({ on: error.problem?.code === 'unauthenticated' ? 'nobody' : 'unreachable' })
  }
}

/** @throws ApiError when the server refuses or does not answer */
export async function signIn(username: string, password: string): Promise<void> {
  const session = await api.call('POST /api/v1/session', { body: { username, password } })
  send({ on: 'welcome', user: session.user })
}

/** @throws ApiError when the server refuses or does not answer */
export async function setUp(body: SetupRequest): Promise<void> {
  const session = await api.call('POST /api/v1/setup', { body })
  send({ on: 'welcome', user: session.user })
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

/** The site is gone, and every session with it: the console is as at its first start. */
export async function leaveWipedSite(): Promise<void> {
  send({ on: 'left' })
  await askWhoIsHere()
}
