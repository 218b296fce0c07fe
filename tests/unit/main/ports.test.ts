import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nextFreePort } from '../../../src-main/ports/free-port.ts'
import {
  portsToKeep,
  readKeptPorts,
  withKeptPorts,
  withPort,
  writeKeptPorts,
} from '../../../src-main/ports/kept-ports.ts'
import { linuxHolder, listeningInodes, type ProcFiles } from '../../../src-main/ports/linux-port-holder.ts'
import { holderInLsof, listenerInNetstat, portHolder, programInTasklist } from '../../../src-main/ports/port-holder.ts'
import { readSettings } from '../../../src-server/index.ts'
import { needs } from '../../support/needs.ts'

const settings = readSettings({}, '/data')

describe('a port that was chosen in place of a taken one', () => {
  const used = withPort(settings, 'KERBSIDE_PORT', 8002)

  it('is taken at the next start, whatever the other listener does', () => {
    const kept = portsToKeep(settings, used)
    expect(kept).toEqual({ KERBSIDE_PORT: { instead_of: 8000, port: 8002 } })
    expect(withKeptPorts(settings, kept)).toEqual(used)
    const both = portsToKeep(settings, withPort(used, 'KERBSIDE_STAFF_PORT', 8003))
    expect(withKeptPorts(settings, both)).toMatchObject({ port: 8002, staffPort: 8003 })
  })

  it('gives way to a setting that says another one', () => {
    const other = { ...settings, port: 9000 }
    expect(withKeptPorts(other, portsToKeep(settings, used))).toBe(other)
  })

  it('is nothing where the settings’ own were free', () => {
    expect(portsToKeep(settings, settings)).toEqual({})
    expect(withKeptPorts(settings, {})).toBe(settings)
  })

  it('lies in a file; what cannot be read there is no port, and stops no start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kerbside-ports-'))
    const file = join(folder, 'ports.json')
    try {
      expect(readKeptPorts(file)).toEqual({})
      writeKeptPorts(file, portsToKeep(settings, used))
      expect(readKeptPorts(file)).toEqual(portsToKeep(settings, used))
      for (const text of ['', '{', '{"format":1,"ports":{"KERBSIDE_PORT":{"instead_of":8000,"port":0}}}', '[]']) {
        writeFileSync(file, text)
        expect(readKeptPorts(file)).toEqual({})
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the free port that is offered', () => {
  const allBut =
    (...taken: number[]) =>
    (port: number) =>
      Promise.resolve(!taken.includes(port))

  it('is the next one that nobody has, and not the other listener’s', async () => {
    expect(await nextFreePort(settings, 8000, allBut())).toBe(8002)
    expect(await nextFreePort(settings, 8000, allBut(8002, 8003))).toBe(8004)
    expect(await nextFreePort(settings, 8001, allBut(8000))).toBe(8002)
  })

  it('goes on at the lowest that a user’s program may have after the last', async () => {
    const high = { port: 65_535, staffPort: 1024 }
    expect(await nextFreePort(high, 65_535, allBut())).toBe(1025)
  })

  it('is said to be none where there is none', async () => {
    await expect(nextFreePort(settings, 8000, () => Promise.resolve(false))).rejects.toThrow('no port')
  })
})

// Recorded on Linux 6: Node on every address by IPv6, Node on 127.0.0.1, and a connection that is established.
const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:86F5 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 15369946 1 00000000ed3596b3 100 0 0 10 0
   1: 0100007F:1F40 0100007F:E5A2 01 00000000:00000000 00:00000000 00000000     0        0 15369950 1 00000000ec2491a5 20 4 30 10 -1
`
const TCP6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:9AC1 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 15387705 1 00000000c71c528a 100 0 0 10 0
`

describe('who holds a port, on Linux', () => {
  it('has a socket that listens there, and no other', () => {
    expect(listeningInodes(TCP, 34_549)).toEqual(['15369946'])
    expect(listeningInodes(TCP6, 39_617)).toEqual(['15387705'])
    // Connected from there, and listening nowhere.
    expect(listeningInodes(TCP, 8000)).toEqual([])
    expect(listeningInodes('', 8000)).toEqual([])
  })

  const gone = () => Promise.reject(new Error('EACCES'))
  function world(more: Readonly<Record<string, string>> = {}): ProcFiles {
    const texts: Readonly<Record<string, string>> = { '/proc/net/tcp': TCP, '/proc/net/tcp6': TCP6, ...more }
    const links: Readonly<Record<string, string>> = {
      '/proc/27526/fd/0': '/dev/null',
      '/proc/27526/fd/19': 'socket:[15387705]',
      '/proc/27526/exe': '/usr/bin/node (deleted)',
      '/proc/31/fd/3': 'socket:[15369946]',
    }
    const lists: Readonly<Record<string, readonly string[]>> = {
      '/proc': ['1', '31', '27526', 'self', 'net'],
      '/proc/27526/fd': ['0', '19'],
      '/proc/31/fd': ['3', '4'],
    }
    const of =
      <T>(from: Readonly<Record<string, T>>) =>
      (path: string): Promise<T> => {
        const found = from[path]
        return found === undefined ? gone() : Promise.resolve(found)
      }
    return { read: of(texts), link: of(links), list: of(lists) }
  }

  it('is named by its program', async () => {
    expect(await linuxHolder(39_617, world())).toEqual({ program: 'node', pid: 27_526 })
    // Its file cannot be read, but its name can.
    expect(await linuxHolder(34_549, world({ '/proc/31/comm': 'nginx\n' }))).toEqual({ program: 'nginx', pid: 31 })
  })

  it('is not known where nobody listens, or where the process is another user’s', async () => {
    expect(await linuxHolder(8000, world())).toBeUndefined()
    const others: ProcFiles = { ...world(), link: gone }
    expect(await linuxHolder(39_617, others)).toBeUndefined()
  })
})

describe('who holds a port, on macOS', () => {
  it('is what lsof says', () => {
    expect(holderInLsof('p27526\ncnode\nf21\nn*:39617\n')).toEqual({ program: 'node', pid: 27_526 })
    expect(holderInLsof('p402\ncGoogle Chrome H\n')).toEqual({ program: 'Google Chrome H', pid: 402 })
    expect(holderInLsof('')).toBeUndefined()
  })
})

const NETSTAT = `\r
Aktive Verbindungen\r
\r
  Proto  Lokale Adresse         Remoteadresse          Status           PID\r
  TCP    0.0.0.0:135            0.0.0.0:0              ABHÖREN         1044\r
  TCP    0.0.0.0:8000           0.0.0.0:0              ABHÖREN         9216\r
  TCP    127.0.0.1:8001         127.0.0.1:51820        HERGESTELLT     7000\r
  TCP    [::]:18000             [::]:0                 ABHÖREN         4\r
`

describe('who holds a port, on Windows', () => {
  it('has a line without another end, in any language of the system', () => {
    expect(listenerInNetstat(NETSTAT, 8000)).toBe(9216)
    expect(listenerInNetstat(NETSTAT, 18_000)).toBe(4)
    expect(listenerInNetstat(NETSTAT, 8001)).toBeUndefined()
    expect(listenerInNetstat(NETSTAT, 80)).toBeUndefined()
  })

  it('has its name in the list of tasks', () => {
    expect(programInTasklist('"httpd, old.exe","9216","Services","0","12.345 K"\r\n', 9216)).toBe('httpd, old.exe')
    expect(
      programInTasklist('INFO: No tasks are running which match the specified criteria.\r\n', 9216),
    ).toBeUndefined()
  })

  it('is asked of both protocols', async () => {
    const asked: string[] = []
    const run = (command: string, args: readonly string[]) => {
      asked.push([command, ...args].join(' '))
      if (command === 'tasklist.exe') return Promise.resolve('"System","4","Services","0","136 K"\r\n')
      return Promise.resolve(args.includes('TCPv6') ? NETSTAT : '')
    }
    expect(await portHolder(18_000, 'win32', run)).toEqual({ program: 'System', pid: 4 })
    expect(asked).toEqual([
      'netstat.exe -ano -p TCP',
      'netstat.exe -ano -p TCPv6',
      'tasklist.exe /FI PID eq 4 /FO CSV /NH',
    ])
  })
})

describe('who holds a port', () => {
  it('is not known where the system’s tool is missing or fails', async () => {
    const fails = () => Promise.reject(new Error('ENOENT'))
    for (const platform of ['win32', 'darwin', 'freebsd'] as const)
      expect(await portHolder(8000, platform, fails)).toBeUndefined()
  })

  it('is this program for a port that it has taken itself', async (context) => {
    needs(context, process.platform === 'linux' ? undefined : 'asks this machine’s own /proc')
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, resolve))
    try {
      const { port } = server.address() as AddressInfo
      expect(await portHolder(port)).toEqual({ program: basename(process.execPath), pid: process.pid })
    } finally {
      server.close()
    }
  })
})
