import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createLogger, createServer, type Logger, type Plugin, type ProxyOptions, type ViteDevServer } from 'vite'
import { contentSecurityPolicy, kioskSecurityPolicy } from '../../src-shared/security/content-security-policy.ts'
import { projectCache, projectRoot } from '../places.ts'
import { firstOpenPort } from './open-port.ts'
import { devPolicy, toldOrigin } from './page-policy.ts'

/** A page that Vite serves from its source, and keeps up to date while it is open. */
export interface LivePage {
  /** Where to open it in a browser. */
  readonly url: string
  /** Its origin, such as `http://127.0.0.1:5173`. */
  readonly origin: string
  /** What lets Vite's own style sheets and its script past the page's policy. */
  readonly nonce: string
  close(): Promise<void>
}

interface Page {
  readonly name: 'console' | 'kiosk'
  readonly root: string
  /** The port that it takes unless somebody else has it. */
  readonly port: number
  /** The listener whose page it is. */
  readonly target: string
  readonly policy: string
  /** What it takes besides those of both. */
  readonly plugins: readonly Plugin[]
}

/** @param urls the listeners of the server behind the pages */
export function consolePage({ staffUrl }: { staffUrl: string }): Promise<LivePage> {
  const root = join(projectRoot, 'src-renderer')
  return openPage({ name: 'console', root, port: 5173, target: staffUrl, policy: contentSecurityPolicy(), plugins: [] })
}

/** @param urls the listeners of the server behind the pages */
export function kioskPage({ publicUrl }: { publicUrl: string }): Promise<LivePage> {
  const root = join(projectRoot, 'kiosk')
  const plugins = [noWorker()]
  return openPage({ name: 'kiosk', root, port: 5174, target: publicUrl, policy: kioskSecurityPolicy(), plugins })
}

async function openPage({ name, root, port, target, policy, plugins }: Page): Promise<LivePage> {
  const free = await firstOpenPort(port)
  const nonce = randomBytes(16).toString('base64url')
  const own = () => {
    const there = vite.httpServer?.address() as AddressInfo | null | undefined
    return there ? [`http://127.0.0.1:${there.port}`, `http://localhost:${there.port}`] : []
  }
  const vite: ViteDevServer = await createServer({
    // What the settings of the build add besides is for a build; and with them, Vite would begin anew where they change.
    configFile: false,
    root,
    plugins: [react(), wholePageForWords(), ...plugins],
    base: `/${name}/`,
    // Not in node_modules, where another working tree may have its own.
    cacheDir: join(projectCache, 'dev', `vite-${name}`),
    clearScreen: false,
    customLogger: logger(),
    html: { cspNonce: nonce },
    server: {
      host: '127.0.0.1',
      port: free,
      strictPort: true,
      // The page may come by another name than Vite's own: in the desktop's window it is `app://console/`.
      ws: { host: '127.0.0.1', clientPort: free },
      cors: false,
      headers: {
        'content-security-policy': devPolicy(policy, nonce, [`ws://127.0.0.1:${free}`]),
        'x-content-type-options': 'nosniff',
      },
      // A second working tree may share the first one's packages.
      fs: { allow: [projectRoot, realpathSync(join(projectRoot, 'node_modules'))] },
      proxy: { '/api/': proxyTo(target, own), '/ws/': { ...proxyTo(target, own), ws: true } },
    },
  })
  await vite.listen()
  const [origin = ''] = own()
  return { url: `${origin}/${name}/`, origin, nonce, close: () => vite.close() }
}

/** The kiosk's worker is made by the build, and would keep pages from being new: here there is none. */
function noWorker(): Plugin {
  return {
    name: 'no-worker',
    configureServer(server) {
      server.middlewares.use('/kiosk/worker.js', (_request, response) => void response.writeHead(404).end())
    },
  }
}

/** Words are handed down from where the page begins, so no component could take new ones up by itself. */
function wholePageForWords(): Plugin {
  return {
    name: 'whole-page-for-words',
    hotUpdate({ file, server }) {
      if (!file.includes('/i18n/messages/')) return
      const { moduleGraph } = this.environment
      const modules = moduleGraph.getModulesByFile(file)
      if (modules === undefined) return
      for (const module of modules) moduleGraph.invalidateModule(module)
      server.environments.client.hot.send({ type: 'full-reload' })
      return []
    },
  }
}

/** While the server starts anew, each page asks for it again and again; its own output says that it does. */
function logger(): Logger {
  const kept = createLogger('warn')
  return {
    ...kept,
    error(message, options) {
      if (!/ proxy (socket )?error/.test(message)) kept.error(message, options)
    },
  }
}

/** The API and the sockets are the server's own. While it starts anew they are away, as a server may be. */
function proxyTo(target: string, own: () => readonly string[]): ProxyOptions {
  return {
    target,
    changeOrigin: true,
    configure(proxy) {
      proxy.on('proxyReq', (onward, { headers }) => tell(onward, toldOrigin(headers.origin, own(), target)))
      proxy.on('proxyReqWs', (onward, { headers }) => tell(onward, toldOrigin(headers.origin, own(), target)))
    },
  }
}

function tell(onward: { setHeader(name: string, value: string): unknown }, origin: string | undefined): void {
  if (origin !== undefined) onward.setHeader('origin', origin)
}
