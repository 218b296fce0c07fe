import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemRandom } from '../../src-server/ids/system-random.ts'
import { makeAuthority, signServer } from '../../src-server/tls/local-authority.ts'
import { unpackedProgram } from '../../tools/machine/unpacked-program.ts'
import { projectRoot } from '../../tools/places.ts'
import { runCommand } from '../../tools/terminal/command.ts'

/** The name that the configuration is for. */
export const PARK = 'park.example'

/** Where nginx is, or why it cannot be had here. */
export async function findNginx(): Promise<{ program: string; obstacle?: undefined } | { obstacle: string }> {
  if (process.platform !== 'linux') return { obstacle: `nginx is had from Debian, this is ${process.platform}` }
  try {
    const program = await unpackedProgram('nginx', 'usr/sbin/nginx')
    const asked = await runCommand(program, ['-v'])
    return asked.code === 0 ? { program } : { obstacle: `nginx does not run here: ${asked.output.trim()}` }
  } catch (error) {
    return { obstacle: error instanceof Error ? error.message : String(error) }
  }
}

interface Ports {
  readonly http: number
  readonly https: number
  /** Kerbside's public listener, or those of several servers. */
  readonly kerbside: number | readonly number[]
}

/** Our configuration, as it is but for its ports and the files of its certificate; each must stand there to be replaced. */
function configuration(folder: string, ports: Ports): string {
  let text = readFileSync(join(projectRoot, 'deploy/nginx/kerbside.conf'), 'utf8')
  const replace = (pattern: RegExp, by: string) => {
    if (!pattern.test(text)) throw new Error(`deploy/nginx/kerbside.conf has no ${pattern.source}`)
    text = text.replaceAll(pattern, by)
  }
  replace(/^ *listen \[::\]:.*\n/gm, '')
  replace(/listen 80\b/g, `listen 127.0.0.1:${ports.http}`)
  replace(/listen 443\b/g, `listen 127.0.0.1:${ports.https}`)
  const servers = [ports.kerbside].flat()
  replace(/^ *server 127\.0\.0\.1:8000;$/gm, servers.map((port) => `server 127.0.0.1:${port};`).join('\n'))
  // As the file itself says of several servers.
  if (servers.length > 1) replace(/proxy_next_upstream off;/g, 'proxy_next_upstream error timeout http_503;')
  replace(/\/etc\/letsencrypt\/live\/park\.example/g, folder)
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  )
  return `
    daemon off; master_process on; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr warn;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events { worker_connections 256; }
    http { access_log off; ${scratch.join(' ')}\n${text}\n}`
}

/** The real nginx with Kerbside's configuration, on ports of its own. */
export class Nginx {
  readonly #program: string
  readonly #folder: string
  readonly #ports: Ports
  #child: ChildProcess | undefined
  #stderr = ''
  /** The authority that whoever asks has to trust. */
  ca = ''

  constructor(program: string, folder: string, ports: Ports) {
    this.#program = program
    this.#folder = folder
    this.#ports = ports
  }

  get url(): string {
    return `https://127.0.0.1:${this.#ports.https}`
  }

  /** What it has said on standard error. */
  get said(): string {
    return this.#stderr
  }

  async prepare(): Promise<void> {
    mkdirSync(this.#folder, { recursive: true })
    const authority = await makeAuthority('a test', Date.now(), systemRandom)
    const { cert, key } = await signServer(authority, [PARK, '127.0.0.1'], Date.now(), systemRandom)
    this.ca = authority.cert
    writeFileSync(join(this.#folder, 'fullchain.pem'), cert)
    writeFileSync(join(this.#folder, 'privkey.pem'), key)
    writeFileSync(join(this.#folder, 'nginx.conf'), configuration(this.#folder, this.#ports))
  }

  #arguments(): string[] {
    return ['-p', this.#folder, '-c', join(this.#folder, 'nginx.conf'), '-e', 'stderr']
  }

  /** Has it look its configuration through. @returns what it says of it */
  async test(): Promise<{ readonly code: number | null; readonly output: string }> {
    return runCommand(this.#program, [...this.#arguments(), '-t'])
  }

  /** Resolves once it takes connections. */
  async start(): Promise<void> {
    const child = (this.#child = spawn(this.#program, this.#arguments(), { stdio: ['ignore', 'ignore', 'pipe'] }))
    child.stderr.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()))
    for (let look = 0; look < 200; look += 1) {
      if (child.exitCode !== null) break
      if (await isListening(this.#ports.https)) return
      await pause(25)
    }
    throw new Error(`nginx does not start: ${this.#stderr}`)
  }

  /** @param signal SIGTERM cuts off what is open, SIGQUIT lets it end */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
