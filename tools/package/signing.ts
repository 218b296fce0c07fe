import type { System } from './order.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** One set of these serves for Apple's notarisation; the first is what Apple advises. */
const notarisation = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN', 'APPLE_KEYCHAIN_PROFILE'],
] as const

/**
 * What is said about signing after a package was made, in the words of what its users will meet. Certificates come from the
 * environment and nowhere else.
 */
export function signingWords(system: System, env: Environment): string {
  switch (system) {
    case 'linux':
      return 'Unsigned: Linux packages carry no signature of their own. Publish their SHA-256 sums, or sign the repository that serves them.'
    case 'win':
      return has(env, 'WIN_CSC_LINK') || has(env, 'CSC_LINK')
        ? 'Signed with the certificate of the environment.'
        : 'UNSIGNED: Windows warns whoever starts it, and updates of it are not checked for who made them. Set CSC_LINK and CSC_KEY_PASSWORD to sign.'
    case 'mac':
      if (!has(env, 'CSC_LINK') && !has(env, 'CSC_NAME'))
        return 'UNSIGNED: macOS does not open it, and it cannot update itself. Set CSC_LINK and CSC_KEY_PASSWORD to sign.'
      return notarisation.some((names) => names.every((name) => has(env, name)))
        ? 'Signed and notarised with what the environment names.'
        : 'Signed, but NOT NOTARISED: macOS warns whoever opens it. Set APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER.'
  }
}

function has(env: Environment, name: string): boolean {
  return (env[name] ?? '') !== ''
}
