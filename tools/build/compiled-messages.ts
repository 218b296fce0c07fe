import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const COMPILER = '@lingui/message-utils/compileMessage'
const NO_COMPILER = '\0no-message-compiler'
/** The files of messages themselves, not those that only join them. */
const messages = /\/i18n\/messages\/[\w-]+\/(?!index\.|(?:kiosk|phone)-(?!status\.|aids\.)\w+\.)[\w-]+\.ts$/

/**
 * Compiles the ICU messages while a program is built, so that what runs carries no parser and need not parse. A message
 * without values is its own text.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === COMPILER ? NO_COMPILER : undefined),
    async load(id) {
      if (id === NO_COMPILER) return 'export const compileMessage = (message) => message'
      if (!messages.test(id)) return undefined
      const file = (await import(/* @vite-ignore */ `file://${id}`)) as Record<string, Record<string, string>>
      return Object.entries(file)
        .map(([name, texts]) => `export const ${name} = ${JSON.stringify(compiledAll(texts))}`)
        .join('\n')
    },
  }
}

function compiledAll(texts: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      const tokens = compileMessage(text)
      const isPlain = tokens.length === 1 && typeof tokens[0] === 'string'
      return [key, isPlain ? tokens[0] : tokens]
    }),
  )
}
