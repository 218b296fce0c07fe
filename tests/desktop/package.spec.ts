import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'

import type { BackupItem, BackupList } from '../../src-shared/api/backup-schemas.ts'
import { inspectFile } from '../../src-server/store/sqlite/inspect-file.ts'
import { decidedFuses, wrongFuses } from '../../tools/package/fuses.ts'
import { readArchive, sha256 } from '../../tools/package/archive.ts'
import { developmentTree, packaged, startDesktop } from './desktop-app.ts'

const onLinux = process.platform === 'linux'
const packageFolder = dirname(packaged.executable)
const resources = join(packageFolder, 'resources')

test.describe('the package', () => {
  test('carries the application in one archive, and one SQLite binary beside it', () => {
    test.skip(!onLinux, 'the folders of the other systems differ')
    expect(existsSync(join(resources, 'app.asar'))).toBe(true)
    expect(existsSync(join(resources, 'app'))).toBe(false)
    const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
    expect(unpacked.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual([
      `linux-${process.arch}.node`,
    ])
  })

  test('has each fuse set as it was decided, and none that nobody has decided about', async () => {
    expect(await wrongFuses(packaged.executable, decidedFuses(true))).toEqual([])
    // `npm run package` reads them back likewise, and makes no package for users that a debugger could drive.
    expect(await wrongFuses(packaged.executable, decidedFuses(false))).toEqual([
      'EnableNodeCliInspectArguments is on, and should be off',
    ])
    // A plain Electron is not what a package is, and a fuse that a later one adds is told of.
    expect(await wrongFuses(developmentTree.executable, decidedFuses(true))).toContain(
      'RunAsNode is on, and should be off',
    )
    const { RunAsNode: _runAsNode, ...others } = decidedFuses(true)
    expect(await wrongFuses(packaged.executable, others)).toEqual(['RunAsNode is off, and should be not decided about'])
  })

  test('has an archive that vouches for each file in it, also for what was compiled ahead', () => {
    test.skip(!onLinux, 'the folders of the other systems differ')
    const archive = readArchive(join(resources, 'app.asar'))
    const names = archive.map(({ name }) => name)
    for (const part of ['main.cjs', 'application.cjs', `application.cjs.linux-${process.arch}.compiled`]) {
      expect(names).toContain(`out/main/${part}`)
    }
    expect(archive.filter(({ content, vouched }) => vouched !== sha256(content))).toEqual([])
  })

  test('does not start with an archive that was changed', async () => {
    test.skip(
      process.platform !== 'win32',
      'Electron checks its archive on Windows and macOS only, and there signing gets in the way',
    )
    const copy = mkdtempSync(join(tmpdir(), 'kerbside-changed-'))
    try {
      cpSync(packageFolder, copy, { recursive: true })
      changeHeader(join(copy, 'resources', 'app.asar'))
      const program = { ...packaged, executable: packaged.executable.replace(packageFolder, copy) }
      const hasStarted = await startDesktop(program).then(
        (desktop) => desktop.dispose().then(() => true),
        () => false,
      )
      expect(hasStarted).toBe(false)
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })

  test('makes a backup by the thread whose program lies in its archive', async () => {
    test.skip(!onLinux, 'the folders of the other systems differ')
    const program = 'out/worker/store-worker.js'
    expect(readArchive(join(resources, 'app.asar')).map(({ name }) => name)).toContain(program)
    expect(existsSync(join(resources, 'app.asar.unpacked', program))).toBe(false)
    const desktop = await startDesktop(packaged, { KERBSIDE_BACKUP_HOUR: 'off' })
    try {
      const made = await desktop.page.evaluate(backUpAsAdmin)
      expect(made).toMatchObject({ kind: 'manual', checked: { fault: null } })
      const file = join(desktop.dataDir, 'backups', `${made.id}.sqlite`)
      const inspection = await inspectFile(file, undefined)
      expect(inspection).toMatchObject({ is: 'whole', contents: { bookings: made.contents?.bookings } })
      expect(made.contents?.bookings).toBeGreaterThan(0)
    } finally {
      await desktop.dispose()
    }
  })

  test('starts from what was compiled of it when it was packaged', async () => {
    const desktop = await startDesktop(packaged)
    try {
      const compiledAhead = await desktop.app.evaluate(({ app }) => {
        const main = `${app.getAppPath()}/out/main/main.cjs`
        const { cache } = process.getBuiltinModule('node:module').createRequire(main)
        const program = cache[main]?.exports as { compiledAhead: string } | undefined
        return program?.compiledAhead
      })
      expect(compiledAhead).toBe('used')
    } finally {
      await desktop.dispose()
    }
  })
})

/** Runs in the page: signs in as the demo's admin, and asks for a backup until there is one. */
async function backUpAsAdmin(): Promise<BackupItem> {
  const ask = async (path: string, body?: object) => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const answer = await fetch(path, body && post)
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer
  }
  await ask('/api/v1/session', { username: 'admin', password: 'harbour-admin' })
  await ask('/api/v1/backups', {})
  for (;;) {
    const { run, backups } = (await (await ask('/api/v1/backups')).json()) as BackupList
    if (run.failed !== null) throw new Error(JSON.stringify(run.failed))
    const [made] = backups
    if (run.state === 'idle' && made !== undefined) return made
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Changes one digit of a hash in an archive's header, of which the executable has the hash. */
function changeHeader(archive: string): void {
  const bytes = readFileSync(archive)
  const at = bytes.indexOf('"hash":"') + '"hash":"'.length
  bytes.write(bytes.toString('latin1', at, at + 1) === '0' ? '1' : '0', at, 'latin1')
  writeFileSync(archive, bytes)
}
