import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'

import { packaged, startDesktop } from './desktop-app.ts'

// How a fuse reads in the executable.
const OFF = '0'.charCodeAt(0)
const ON = '1'.charCodeAt(0)

const onLinux = process.platform === 'linux'

test.describe('the package', () => {
  test('carries the application in one archive, and one SQLite binary beside it', () => {
    test.skip(!onLinux, 'the folders of the other systems differ')
    const resources = join(dirname(packaged.executable), 'resources')
    expect(existsSync(join(resources, 'app.asar'))).toBe(true)
    expect(existsSync(join(resources, 'app'))).toBe(false)
    const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
    expect(unpacked.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual([
      `linux-${process.arch}.node`,
    ])
  })

  test('cannot be run as plain Node, nor be told by the environment what to load', async () => {
    const fuses = await getCurrentFuseWire(packaged.executable)
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    for (const fuse of off) expect(fuses[fuse], FuseV1Options[fuse]).toBe(OFF)
    const on = [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation]
    for (const fuse of on) expect(fuses[fuse], FuseV1Options[fuse]).toBe(ON)
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
