import type { Recovery } from '../../src-shared/api/backup-schemas.ts'
import type { User } from '../../src-shared/api/site-schemas.ts'

/** Who is at the console. */
export type ConsoleSession =
  | { readonly is: 'starting' }
  /** The server did not answer when asked who is here. */
  | { readonly is: 'unreachable' }
  /** The data cannot be opened: an admin has to restore a backup. */
  | { readonly is: 'recovery'; readonly recovery: Recovery }
  /** A first start: there is no owner account yet. */
  | { readonly is: 'setup'; readonly suggestedTimezone: string }
  | { readonly is: 'signed-out'; readonly left: boolean }
  | { readonly is: 'signed-in'; readonly user: User }
  /** Signed in with a password that somebody else set: another one is chosen first. */
  | { readonly is: 'new-password'; readonly user: User }
  /** The session ended under somebody's hands: their screens wait behind the sign-in, with what they had typed. */
  | { readonly is: 'ended'; readonly user: User }
  /** The console is locked. Who it is that locked it is not known to a page that was opened on a locked session. */
  | { readonly is: 'locked'; readonly user: User | null }

export type SessionEvent =
  | { readonly on: 'unreachable' }
  | { readonly on: 'setup-needed'; readonly suggestedTimezone: string }
  | { readonly on: 'recovery-needed'; readonly recovery: Recovery }
  | { readonly on: 'nobody' }
  | { readonly on: 'welcome'; readonly user: User; readonly passwordTemporary: boolean }
  | { readonly on: 'password-chosen' }
  /** Any call was answered with `unauthenticated`. */
  | { readonly on: 'refused' }
  /** Somebody locks it, or nobody has touched it for long, or any call was answered with `session_locked`. */
  | { readonly on: 'locked' }
  | { readonly on: 'left' }

export function nextSession(session: ConsoleSession, event: SessionEvent): ConsoleSession {
  switch (event.on) {
    case 'welcome':
      return { is: event.passwordTemporary ? 'new-password' : 'signed-in', user: event.user }
    case 'password-chosen':
      return session.is === 'new-password' ? { is: 'signed-in', user: session.user } : session
    case 'left':
      return { is: 'signed-out', left: true }
    case 'refused':
      // What was locked is nobody's to read, nor who had locked it.
      if (session.is === 'new-password' || session.is === 'locked') return { is: 'signed-out', left: false }
      return session.is === 'signed-in' ? { is: 'ended', user: session.user } : session
    case 'locked':
      if (session.is === 'locked' || session.is === 'signed-out') return session
      return { is: 'locked', user: session.is === 'signed-in' ? session.user : null }
    case 'setup-needed':
      // To those who are to sign in again, too: the site of which their screens were is gone.
      return isIn(session) ? session : { is: 'setup', suggestedTimezone: event.suggestedTimezone }
    case 'nobody':
      return isIn(session) || session.is === 'ended' || session.is === 'locked'
        ? session
        : { is: 'signed-out', left: false }
    case 'recovery-needed':
      // Whoever is signed in is so at a server that is gone.
      return { is: 'recovery', recovery: event.recovery }
    case 'unreachable':
      return session.is === 'starting' ? { is: 'unreachable' } : session
  }
}

/** Late answers to the question of the start must not take the screens from somebody who has signed in meanwhile. */
function isIn(session: ConsoleSession): boolean {
  return session.is === 'signed-in' || session.is === 'new-password'
}
