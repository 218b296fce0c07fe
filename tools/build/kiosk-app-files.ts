import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { kiosk } from '../../src-shared/i18n/messages/en/kiosk.ts'

const ICONS = new URL('../../src-main/icons/linux/', import.meta.url)
const SIZES = [256, 512]

/**
 * What makes a browser take the kiosk for an application: a manifest with its icons, and the worker that shows a page of
 * ours, and not the browser's error, while the server is away. They have names of their own and are asked for anew.
 */
export function kioskAppFiles(base: string): Plugin {
  return {
    name: 'kiosk-app-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'link', attrs: { rel: 'manifest', href: `${base}manifest.webmanifest` }, injectTo: 'head' },
      ],
    },
    generateBundle(_, bundle) {
      const scripts = Object.keys(bundle).toSorted().join(' ')
      const build = createHash('sha256').update(scripts).digest('hex').slice(0, 12)
      this.emitFile({ type: 'asset', fileName: 'worker.js', source: offlineWorker(build) })
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(manifest(base)) })
      for (const size of SIZES) {
        const source = readFileSync(new URL(`${size}x${size}.png`, ICONS))
        this.emitFile({ type: 'asset', fileName: `icon-${size}.png`, source })
      }
    },
  }
}

function manifest(base: string): object {
  return {
    id: base,
    name: kiosk['kiosk.title'],
    short_name: kiosk['kiosk.title'],
    start_url: base,
    scope: base,
    display: 'fullscreen',
    display_override: ['fullscreen', 'standalone'],
    orientation: 'any',
    background_color: '#14181c',
    theme_color: '#14181c',
    icons: SIZES.map((size) => ({ src: `${base}icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })),
  }
}

/** In seconds; the page opens itself anew so often, and comes as soon as the server answers. */
const AGAIN_AFTER = 5

/**
 * The worker as a script. It keeps nothing: pages are always the server's, and what it shows instead is written in itself,
 * so that it is of the build that it came with. It passes everything but pages by, the API among it.
 */
function offlineWorker(build: string): string {
  return `// Build ${build}
const page = ${JSON.stringify(offlinePage())}
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
}
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  event.respondWith(fetch(event.request).catch(() => new Response(page, { status: 503, headers })))
})
`
}

function offlinePage(): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta http-equiv="refresh" content="${AGAIN_AFTER}" />
<title>${kiosk['kiosk.title']}</title>
<style>
body { display: grid; place-content: center; min-height: 90vh; margin: 2rem; font: 1.5rem/1.4 system-ui, sans-serif; text-align: center }
</style>
<main>
<h1>${kiosk['kiosk.starting.title']}</h1>
<p>${kiosk['kiosk.starting.slow']}</p>
</main>
</html>
`
}
