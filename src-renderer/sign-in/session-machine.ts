import type { User } from '../../src-shared/api/site-schemas.ts'

/** Who is at the console. */
export type ConsoleSession =
  | { readonly is: 'starting' }
  /** The server did not answer when asked who is here. */
  | { readonly is: 'unreachable' }
  /** A first start: there is no owner account yet. */
  | { readonly is: 'setup'; readonly suggestedTimezone: string }
  | { readonly is: 'signed-out'; readonly left: boolean }
  | { readonly is: 'signed-in'; readonly user: User }
  /** The session ended under somebody's hands: their screens wait behind the sign-in, with what they had typed. */
  | { readonly is: 'locked'; readonly user: User }

export type SessionEvent =
  | { readonly on: 'unreachable' }
  | { readonly on: 'setup-needed'; readonly suggestedTimezone: string }
  | { readonly on: 'nobody' }
  | { readonly on: 'welcome'; readonly user: User }
  /** Any call was answered with `unauthenticated`. */
  | { readonly on: 'refused' }
  | { readonly on: 'left' }

export function nextSession(session: ConsoleSession, event: SessionEvent): ConsoleSession {
  switch (event.on) {
    case 'welcome':
      return { is: 'signed-in', user: event.user }
    case 'left':
      return { is: 'signed-out', left: true }
    case 'refused':
      return session.is === 'signed-in' ? { is: 'locked', user: session.user } : session
    case 'setup-needed':
      return atWork(session) ? session : { is: 'setup', suggestedTimezone: event.suggestedTimezone }
    case 'nobody':
      return atWork(session) ? session : { is: 'signed-out', left: false }
    case 'unreachable':
      return session.is === 'starting' ? { is: 'unreachable' } : session
  }
}

/** Late answers to the question of the start must not take the screens from somebody who has signed in meanwhile. */
function atWork(session: ConsoleSession): boolean {
  return session.is === 'signed-in' || session.is === 'locked'
}
