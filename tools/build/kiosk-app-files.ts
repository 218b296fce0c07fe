import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { languages, type LanguageTag } from '../../src-shared/i18n/languages.ts'
import { kiosk as arabic } from '../../src-shared/i18n/messages/ar/kiosk.ts'
import { kiosk } from '../../src-shared/i18n/messages/en/kiosk.ts'
import { kiosk as hindi } from '../../src-shared/i18n/messages/hi/kiosk.ts'
import { kiosk as malayalam } from '../../src-shared/i18n/messages/ml/kiosk.ts'

/** The few words of the page that is shown while the server is away. */
type AwayWords = Pick<
  Record<keyof typeof kiosk, string>,
  'kiosk.title' | 'kiosk.starting.title' | 'kiosk.starting.slow'
>

const awayWords: Readonly<Record<LanguageTag, AwayWords>> = { en: kiosk, hi: hindi, ml: malayalam, ar: arabic }

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

/** In ms; the page asks so often, and opens itself anew once the server answers: it does not move under a reader's eyes. */
const AGAIN_AFTER_MS = 5000
const ASK_AGAIN = `setInterval(() => fetch('/healthz').then(({ ok }) => ok && location.reload(), () => {}), ${AGAIN_AFTER_MS})`

/**
 * The worker as a script. It keeps nothing: pages are always the server's, and what it shows instead is written in itself,
 * so that it is of the build that it came with. It passes everything but pages by, the API among it. Its address names the
 * site's languages, in each of which it says the same, the site's first one first.
 */
function offlineWorker(build: string): string {
  return `// Build ${build}
const words = ${JSON.stringify(Object.fromEntries(languages.map(({ tag }) => [tag, wordsOf(tag)])))}
const asked = (new URLSearchParams(self.location.search).get('languages') ?? '').split('.')
const spoken = asked.filter((tag) => Object.hasOwn(words, tag))
const [first] = spoken.length === 0 ? spoken.concat('en') : spoken
const page = ${JSON.stringify(offlinePage())}
  .replace('<html>', '<html lang="' + first + '" dir="' + words[first].direction + '">')
  .replace('<title>', '<title>' + words[first].title)
  .replace('<main>', '<main>' + (spoken.length === 0 ? [first] : spoken).map((tag) => words[tag].said).join(''))
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest(ASK_AGAIN)}'; connect-src 'self'",
}
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  event.respondWith(fetch(event.request).catch(() => new Response(page, { status: 503, headers })))
})
`
}

function wordsOf(tag: LanguageTag): { direction: string; title: string; said: string } {
  const words = awayWords[tag]
  const direction = languages.find((language) => language.tag === tag)?.direction ?? 'ltr'
  const said = `<section lang="${tag}" dir="${direction}"><h1>${words['kiosk.starting.title']}</h1><p>${words['kiosk.starting.slow']}</p></section>`
  return { direction, title: words['kiosk.title'], said }
}

/** What is the same in every language; the worker fills in the words. */
function offlinePage(): string {
  return `<!doctype html>
<html>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title></title>
<style>
body { display: grid; place-content: center; min-height: 90vh; margin: 2rem; font: 1.5rem/1.4 system-ui, sans-serif; text-align: center }
main { display: grid; gap: 2rem }
h1, p { margin: 0 }
section + section { font-size: 0.8em }
</style>
<main></main>
<script>${ASK_AGAIN}</script>
</html>
`
}

/** As a content security policy names a script that it lets run. */
function digest(script: string): string {
  return createHash('sha256').update(script).digest('base64')
}
