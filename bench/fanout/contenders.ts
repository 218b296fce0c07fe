import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../../tools/build/ensure-built.ts'
import { projectRoot } from '../../tools/places.ts'
import { freePort } from '../../tests/support/free-port.ts'
import { pinned } from './pinned.ts'
import { startServer, type RunningServer } from './running-server.ts'

/** A server that tells the time to many. */
export interface Contender {
  readonly key: string
  readonly name: string
  /** Why it cannot take part here, and how to get it; undefined when it can. */
  absent(): string | undefined
  start(): Promise<RunningServer>
}

const peers = fileURLToPath(new URL('./peers/', import.meta.url))

/** A peer on Node, which prints where it listens. */
function onNode(key: string, name: string, dialect: 'websocket' | 'socket.io' = 'websocket'): Contender {
  return {
    key,
    name,
    absent: () => undefined,
    start: () =>
      startServer({
        command: [process.execPath, join(peers, `${key}.ts`)],
        dialect,
        path: dialect === 'socket.io' ? '/socket.io/?EIO=4&transport=websocket' : '/ws/time/',
        port: (line) => (JSON.parse(line) as { port?: number }).port,
      }),
  }
}

function publicPort(line: string): number | undefined {
  if (!line.includes('"event":"listening"')) return undefined
  return Number(new URL((JSON.parse(line) as { public_url: string }).public_url).port)
}

/** Kerbside as shipped: the built headless server with the demo site, on a data folder of its own. */
function kerbside(fromSource: boolean): Contender {
  const program = fromSource ? 'src-server/headless.ts' : 'out/server/headless.js'
  return {
    key: 'kerbside',
    name: 'Kerbside',
    absent: () => undefined,
    async start() {
      if (!fromSource) await ensureBuilt()
      const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-bench-'))
      return startServer({
        command: [process.execPath, join(projectRoot, program)],
        env: {
          KERBSIDE_HOST: '127.0.0.1',
          KERBSIDE_PORT: '0',
          KERBSIDE_STAFF_PORT: '0',
          KERBSIDE_DATA_DIR: dataDir,
          KERBSIDE_DEMO: '1',
          KERBSIDE_KIOSK_ACCESS: 'open',
          KERBSIDE_NTP: 'off',
          KERBSIDE_MDNS: 'off',
          KERBSIDE_LOG_LEVEL: 'warn',
        },
        port: publicPort,
        cleanUp: () => rmSync(dataDir, { recursive: true, force: true }),
      })
    },
  }
}

const DAPHNE = '/usr/bin/daphne'

/** Debian's own packages, whatever Python a person has put before them. */
const original: Contender = {
  key: 'original',
  name: 'original (Channels, daphne)',
  absent: () => (existsSync(DAPHNE) ? undefined : 'apt install daphne python3-django-channels'),
  async start() {
    const port = await freePort()
    return startServer({
      command: ['/usr/bin/python3', DAPHNE, '-b', '127.0.0.1', '-p', String(port), 'original:application'],
      cwd: peers,
      env: { PYTHONDONTWRITEBYTECODE: '1' },
      port,
    })
  },
}

const NCHAN = '/usr/lib/nginx/modules/ngx_nchan_module.so'

const nchan: Contender = {
  key: 'nchan',
  name: 'nginx with nchan',
  absent: () =>
    existsSync(NCHAN) && spawnSync('nginx', ['-v']).status === 0 ? undefined : 'apt install nginx libnginx-mod-nchan',
  async start() {
    const port = await freePort()
    const dir = mkdtempSync(join(tmpdir(), 'kerbside-bench-nginx-'))
    const values: Readonly<Record<string, string>> = { MODULE: NCHAN, DIR: dir, PORT: String(port) }
    const template = readFileSync(join(peers, 'nchan.conf'), 'utf8')
    writeFileSync(
      join(dir, 'nginx.conf'),
      template.replaceAll(/@([A-Z]+)@/g, (_, name: string) => values[name] ?? ''),
    )
    const [program, args] = pinned('load', [process.execPath, join(peers, 'nchan-publisher.ts'), String(port)])
    const publisher = spawn(program, args, { stdio: 'ignore' })
    return startServer({
      command: ['nginx', '-c', join(dir, 'nginx.conf')],
      port,
      cleanUp() {
        publisher.kill()
        rmSync(dir, { recursive: true, force: true })
      },
    })
  },
}

/** All of them, in the order in which each round plays them. */
export function contenders(fromSource: boolean): readonly Contender[] {
  return [
    kerbside(fromSource),
    onNode('raw-net', 'raw node:net, one ready frame'),
    onNode('ws-ready-frame', 'ws, one ready frame'),
    onNode('ws-send', 'ws, one timer and send'),
    onNode('socket-io', 'socket.io', 'socket.io'),
    onNode('ws-naive', 'ws, a timer for each client'),
    nchan,
    original,
  ]
}
