import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings, unknownSettings } from '../../../src-server/index.ts'
import { hasProgram } from '../../../tools/machine/packages.ts'
import { projectRoot } from '../../../tools/places.ts'
import { runCommand } from '../../../tools/terminal/command.ts'
import { straceObstacle } from '../../faults/strace.ts'
import { HeadlessServer } from '../../support/headless-server.ts'
import { needs } from '../../support/needs.ts'

const unitFile = join(projectRoot, 'deploy/systemd/kerbside.service')
const unit = readFileSync(unitFile, 'utf8')
const noSystemd = (await hasProgram('systemd-analyze')) ? undefined : 'there is no systemd-analyze here'
/** The worst that is put up with: 1.6 was what it came to when the unit was written. */
const MOST_EXPOSED = 2

/** The values of a key, in the order in which they stand there. */
function values(key: string): readonly string[] {
  return unit.split('\n').flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []))
}

/** The names in one of systemd's sets, those of the sets in it included. */
async function namesIn(set: string): Promise<readonly string[]> {
  const listed = await runCommand('systemd-analyze', ['syscall-filter', '--no-pager', set])
  const names: string[] = []
  for (const [, name = ''] of listed.stdout.matchAll(/^ +([@\w-]+)$/gm)) {
    names.push(...(name.startsWith('@') ? await namesIn(name) : [name]))
  }
  return names
}

/** What the unit's filter leaves: each line adds a set, or takes one away. */
async function allowedCalls(): Promise<ReadonlySet<string>> {
  const allowed = new Set<string>()
  for (const line of values('SystemCallFilter')) {
    for (const name of await namesIn(line.replace('~', ''))) {
      if (line.startsWith('~')) allowed.delete(name)
      else allowed.add(name)
    }
  }
  return allowed
}

/** The system calls of a server that starts, serves a page and figures, looks up a name, and makes a backup on SIGTERM. */
async function callsOfAServer(folder: string): Promise<readonly string[]> {
  const file = join(folder, 'calls')
  const program = [process.execPath, join(projectRoot, 'out/server/headless.js')]
  const env = {
    KERBSIDE_DATA_DIR: join(folder, 'data'),
    KERBSIDE_DEMO: '1',
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_PORT: '0',
    KERBSIDE_STAFF_PORT: '0',
    KERBSIDE_LOG_LEVEL: 'error',
    KERBSIDE_NTP: 'localhost',
  }
  const traced = ['strace', '-D', '-f', '-qq', '-e', 'signal=none', '-o', file, ...program]
  const server = new HeadlessServer(env, traced)
  try {
    const urls = await server.ready()
    for (const path of ['kiosk_url', 'console_url']) await fetch(urls[path] ?? '')
    await fetch(`${urls['staff_url']}/metrics`)
    await server.stop('SIGTERM')
  } finally {
    server.kill()
  }
  const text = readFileSync(file, 'utf8')
  return text.split('\n').map((line) => line.replace(/^\d+ +/, ''))
}

describe('the service', () => {
  let root: string
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'kerbside-systemd-'))
    // The units that it names, and the program: without them systemd finds fault with what is not the unit's.
    for (const name of [
      'network-online.target',
      'multi-user.target',
      'basic.target',
      'sysinit.target',
      'shutdown.target',
    ]) {
      put(`usr/lib/systemd/system/${name}`, '[Unit]\nDescription=For a test\nDefaultDependencies=no\n')
    }
    put('opt/kerbside/bin/kerbside-server', '#!/bin/sh\n')
    chmodSync(join(root, 'opt/kerbside/bin/kerbside-server'), 0o755)
    mkdirSync(join(root, 'etc/systemd/system'), { recursive: true })
    cpSync(unitFile, join(root, 'etc/systemd/system/kerbside.service'))
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  function put(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }

  it('is found to be in order by systemd itself', async (context) => {
    needs(context, noSystemd)
    const verified = await runCommand('systemd-analyze', ['verify', `--root=${root}`, 'kerbside.service'])
    expect([verified.code, verified.output]).toEqual([0, ''])
  })

  it('exposes little, as systemd counts it', async (context) => {
    needs(context, noSystemd)
    const asked = await runCommand('systemd-analyze', ['security', '--offline=true', '--no-pager', unitFile])
    const level = Number(/exposure level for kerbside\.service: ([\d.]+)/.exec(asked.output)?.[1])
    expect(asked.output).toContain('exposure level')
    expect(level).toBeLessThanOrEqual(MOST_EXPOSED)
  })

  it('lets the program have all that it reads and writes', () => {
    expect(values('ExecStart')).toEqual(['/opt/kerbside/bin/kerbside-server'])
    // The boot clock and the boot's id lie in /proc, beside the processes.
    expect(values('ProcSubset')).toEqual([])
    expect(values('MemoryDenyWriteExecute')).toEqual([])
    const state = `/var/lib/${values('StateDirectory')[0]}/`
    const pairs = values('Environment').flatMap((line) =>
      line.split(' ').map((pair) => pair.split('=') as [string, string]),
    )
    const settings = readSettings(Object.fromEntries(pairs))
    expect([settings.dataDir, settings.auditDir]).toEqual([`${state}data`, `${state}audit`])
  })

  it('lets the program make every call that it makes, from its start to the backup at its end', async (context) => {
    needs(context, noSystemd ?? (await straceObstacle()))
    const calls = await callsOfAServer(root)
    expect(calls.length).toBeGreaterThan(1000)
    // As root SQLite gives its files to whom the store belongs; the service is not root.
    const asRoot = process.getuid?.() === 0 ? ['fchown'] : []
    const allowed = new Set([...(await allowedCalls()), ...asRoot])
    const made = new Set(calls.map((call) => /^\w+/.exec(call)?.[0] ?? ''))
    expect([...made].filter((name) => name !== '' && !allowed.has(name))).toEqual([])
    const families = new Set(calls.flatMap((call) => /^socket\((AF_\w+)/.exec(call)?.[1] ?? []))
    const known = values('RestrictAddressFamilies').flatMap((line) => line.split(' '))
    expect([families.size > 0, [...families].filter((name) => !known.includes(name))]).toEqual([true, []])
  }, 120_000)

  it('has settings to begin with that Kerbside takes, once they are meant', () => {
    const text = readFileSync(join(projectRoot, 'deploy/systemd/kerbside.env'), 'utf8')
    const pairs = [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const)
    const env = Object.fromEntries(pairs)
    expect(pairs.length).toBeGreaterThan(5)
    expect(unknownSettings(env)).toEqual([])
    expect(readSettings(env)).toMatchObject({
      host: '127.0.0.1',
      trustedProxies: ['127.0.0.1'],
      allowedHosts: ['park.example'],
    })
  })
})
