import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { mustRun } from '../../tools/terminal/command.ts'
import { freePort } from './free-port.ts'
import { killTogether, standStillTogether } from './processes.ts'

interface Options {
  /**
   * Whether a commit waits for the disk. Off it is a good deal faster, and a killed server still loses nothing: what it
   * wrote is the kernel's. On for a test of what the machine itself may lose, or of how long a commit takes.
   */
  readonly fsync?: boolean
}

/** A PostgreSQL cluster of a test's own, in a folder of its own, that can be killed. */
export class TestPostgres {
  readonly #programs: string
  readonly #port: number
  readonly #fsync: boolean
  readonly #account = accountOtherThanRoot()
  readonly #folder = mkdtempSync(join(tmpdir(), 'kerbside-postgres-'))
  #child: ChildProcess | undefined
  #frozen: readonly number[] = []
  #databases = 0

  private constructor(programs: string, port: number, fsync: boolean) {
    this.#programs = programs
    this.#port = port
    this.#fsync = fsync
  }

  /** @param programs the folder with PostgreSQL's programs */
  static async start(programs: string, { fsync = false }: Options = {}): Promise<TestPostgres> {
    const postgres = new TestPostgres(programs, await freePort(), fsync)
    try {
      await postgres.#initialize()
      await postgres.start()
      await postgres.asSuperuser('CREATE ROLE kerbside LOGIN')
      return postgres
    } catch (error) {
      await postgres.remove()
      throw error
    }
  }

  async #initialize(): Promise<void> {
    if (this.#account) chownSync(this.#folder, this.#account.uid, this.#account.gid)
    const how = ['--username=postgres', '--encoding=UTF8', '--no-locale', '--auth=trust', '--no-sync']
    await promisify(execFile)(join(this.#programs, 'initdb'), [...how, '-D', this.#data], this.#place)
    writeFileSync(join(this.#data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n')
  }

  get #data(): string {
    return join(this.#folder, 'data')
  }

  /** Whoever runs it has to be able to read the folder in which it starts. */
  get #place() {
    return { cwd: this.#folder, ...this.#account }
  }

  /** With the same port and data as before. Resolves once it takes connections. */
  async start(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: this.#port,
      unix_socket_directories: '',
      max_connections: 50,
      fsync: this.#fsync ? 'on' : 'off',
      // In the folder, so that a kill leaves nothing elsewhere, and a container's small /dev/shm does.
      dynamic_shared_memory_type: 'mmap',
    }
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(join(this.#programs, 'postgres'), ['-D', this.#data, ...flags], {
      ...this.#place,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#child = child
    let said = ''
    child.on('error', (error) => (said += error.message))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    for (let look = 0; look < 1200 && child.pid !== undefined && child.exitCode === null; look += 1) {
      if (said.includes('ready to accept connections')) return
      await pause(25)
    }
    throw new Error(`PostgreSQL does not start: ${said}`)
  }

  /** A fresh database that the role `kerbside` owns; the role is no superuser. @returns its URL, as that role */
  async database(): Promise<string> {
    this.#databases += 1
    const name = `kerbside_${this.#databases}`
    await this.asSuperuser(`CREATE DATABASE ${name} OWNER kerbside`)
    await this.asSuperuser('CREATE EXTENSION btree_gist', name)
    return this.#url('kerbside', name)
  }

  async asSuperuser(sql: string, database = 'postgres'): Promise<string> {
    return this.query(this.#url('postgres', database), sql)
  }

  /** By psql. @returns a line for each row, its columns with a bar between @throws Error with what PostgreSQL says of it */
  async query(url: string, sql: string): Promise<string> {
    const how = ['--no-psqlrc', '--no-password', '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1']
    const { stdout } = await mustRun(join(this.#programs, 'psql'), [...how, `--dbname=${url}`, `--command=${sql}`])
    return stdout.trim()
  }

  #url(role: string, database: string): string {
    return `postgres://${role}@127.0.0.1:${this.#port}/${database}`
  }

  /** As an administrator would: connections are cut, what is open is rolled back. */
  async halt(): Promise<void> {
    await this.#end((pid) => process.kill(pid, 'SIGINT'))
  }

  /** All of its processes at one instant, as by a crash. PostgreSQL gives each a group of its own: no signal reaches them all. */
  async kill(): Promise<void> {
    await this.#end(async (pid) => killTogether(await standStillTogether(pid)))
  }

  /** Stands still: who asks hears nothing, and no connection ends. */
  async freeze(): Promise<void> {
    const pid = this.#child?.pid
    if (pid !== undefined) this.#frozen = await standStillTogether(pid)
  }

  thaw(): void {
    const frozen = this.#frozen
    this.#frozen = []
    for (const pid of frozen) process.kill(pid, 'SIGCONT')
  }

  /** Ends it without ceremony and deletes all it had. */
  async remove(): Promise<void> {
    this.thaw()
    // Not by a kill, after which the kernel would keep a piece of shared memory.
    await this.#end((pid) => process.kill(pid, 'SIGQUIT'))
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #end(how: (pid: number) => unknown): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    await how(child.pid)
    await ended
    this.#frozen = []
  }
}

/** PostgreSQL refuses to run as root: where this process does, the account that Debian's package has made, or nobody. */
function accountOtherThanRoot(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const named = (name: string) => accounts.find((fields) => fields[0] === name)
  const [, , uid, gid] = named('postgres') ?? named('nobody') ?? []
  if (uid === undefined) throw new Error('neither postgres nor nobody is an account of this machine')
  return { uid: Number(uid), gid: Number(gid) }
}
