import { compileMessage } from '@lingui/message-utils/compileMessage'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const COMPILER = '@lingui/message-utils/compileMessage'
const NO_COMPILER = '\0no-message-compiler'
/** The files of messages themselves, not those that only join them. */
const messages = /\/i18n\/messages\/en\/(?!index|kiosk-english|phone-english)[\w-]+\.ts$/

/**
 * Compiles the ICU messages while the page is built, so that a tablet carries no parser and need not parse. A message
 * without values is its own text.
 */
function compiledMessages(): Plugin {
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

// The server's public listener serves the kiosk page here.
export default defineConfig({
  base: '/kiosk/',
  plugins: [react(), compiledMessages()],
  build: {
    outDir: '../out/kiosk',
    emptyOutDir: true,
    // Tablets on the forecourt: browsers of the last four years or so.
    target: ['es2022', 'chrome108', 'safari16'],
    // No inline script or data: URL in the page: its content security policy allows neither.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
