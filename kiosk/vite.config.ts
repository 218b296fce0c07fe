import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'
import { compiledMessages } from '../tools/build/compiled-messages.ts'
import { kioskAppFiles } from '../tools/build/kiosk-app-files.ts'
import { noteModuleShares } from '../tools/build/module-shares.ts'

const BASE = '/kiosk/'
/** What draws the first screen, by its module's name, and the face that it is written in. */
const FIRST_SCREEN = 'draw-kiosk'
const FACE = /-latin-wght-normal-[^/]*\.woff2$/
/** What a kiosk asks the server first. A preload serves the page's own question, whose mode and credentials are the same. */
const FIRST_QUESTIONS = ['/api/v1/site', '/api/v1/devices/self']
/** V8 then compiles a script while it arrives, and not function by function as they are called. */
const ALL_IS_CALLED = '//# allFunctionsCalledOnLoad'
const PRELOAD_HELPER = '\0vite/preload-helper.js'

/** Of a route a page reads what it answers. What it is for, who may call it and with what is for the document and the server. */
function answersOnly(): Plugin {
  return {
    name: 'answers-only',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src-shared\/api\/[\w-]+-routes\.ts$/ },
      handler: (code) => ({
        code: code.replace(/^ {4}(summary|access|params|query|headers|body): .*,$/gm, ''),
        map: null,
      }),
    },
  }
}

/**
 * Names in the page what its first screen takes beyond the script itself, so that the browser asks for all of it at once:
 * what draws, with what that imports, what the server says first, and the face of most letters.
 */
function earlyParts(): Plugin {
  return {
    name: 'early-parts',
    apply: 'build',
    enforce: 'pre',
    // What is loaded later brings no style sheet and waits for nothing: Vite's own help with that would be half of the
    // first script's parts that run before the server is asked.
    load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load()' : undefined),
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.values(bundle)
        const face = files.find(({ fileName }) => FACE.test(fileName))
        const drawing = files.find((file) => file.type === 'chunk' && file.name === FIRST_SCREEN)
        if (face === undefined || drawing?.type !== 'chunk')
          throw new Error('the first screen’s parts are not in the build')
        const isHere = (fileName: string) => html.includes(fileName)
        const scripts = [...drawing.imports, drawing.fileName].filter((fileName) => !isHere(fileName))
        return [
          ...scripts.map((fileName) => link({ rel: 'modulepreload', href: BASE + fileName })),
          ...FIRST_QUESTIONS.map((href) => link({ rel: 'preload', as: 'fetch', href })),
          link({ rel: 'preload', as: 'font', type: 'font/woff2', href: BASE + face.fileName }),
        ]
      },
    },
  }
}

function link(attributes: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attributes, crossorigin: true }, injectTo: 'head' }
}

// The server's public listener serves the kiosk page here.
export default defineConfig({
  base: BASE,
  plugins: [react(), compiledMessages(), answersOnly(), earlyParts(), kioskAppFiles(BASE), noteModuleShares('kiosk')],
  build: {
    outDir: '../out/kiosk',
    emptyOutDir: true,
    // Tablets on the forecourt: browsers of the last four years or so.
    target: ['es2022', 'chrome108', 'safari16'],
    // No inline script or data: URL in the page: its content security policy allows neither.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The first script does all that it can at once. Of what draws, a good part is not called before the first screen stands.
    rolldownOptions: { output: { postBanner: ({ isEntry }) => (isEntry ? ALL_IS_CALLED : '') } },
  },
})
