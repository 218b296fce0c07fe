import { readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { projectCache, projectRoot } from '../../tools/places.ts'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

const HTML =
  '<!doctype html><html lang="en"><title>Blank</title><div id="root"></div><script type="module" src="/main.tsx"></script></html>'
const MAIN = `import { useState } from 'react'
import { createRoot } from 'react-dom/client'
function Page() {
  const [n, setN] = useState(0)
  return <main><h1>Blank</h1><button type="button" onClick={() => setN(n + 1)}>Pressed {n} times</button></main>
}
createRoot(document.getElementById('root')).render(<Page />)
`

export interface ServedPage {
  readonly url: string
  close(): Promise<void>
}

/** The least that a React page can be: one heading and one button, built and served as the kiosk is. */
export async function serveBlankPage(): Promise<ServedPage> {
  const source = join(projectCache, 'bench-blank-page')
  const outDir = join(source, 'out')
  mkdirSync(source, { recursive: true })
  writeFileSync(join(source, 'index.html'), HTML)
  writeFileSync(join(source, 'main.tsx'), MAIN)
  const alias = ['react', 'react-dom'].map((name) => ({
    find: new RegExp(`^${name}(?=/|$)`),
    replacement: join(projectRoot, 'node_modules', name),
  }))
  await build({
    root: source,
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    resolve: { alias },
    build: { outDir, emptyOutDir: true },
  })
  const server = serveFolder(outDir)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function serveFolder(folder: string): Server {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name) in TYPES)
  const ready = new Map(files.map((name) => [`/${name}`, gzipSync(readFileSync(join(folder, name)))]))
  return createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '')
    const body = ready.get(name)
    if (body === undefined) return void response.writeHead(404).end()
    const type = TYPES[extname(name)] ?? 'text/plain'
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length })
    return void response.end(body)
  })
}
