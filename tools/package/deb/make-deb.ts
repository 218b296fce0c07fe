import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { bytesUnder } from '../../machine/disk.ts'
import { mustRun } from '../../terminal/command.ts'
import { controlFile, readFpmArguments, type DebOrder } from './fpm-arguments.ts'

// Does with `dpkg-deb` what `fpm -s dir -t deb` does with the arguments that electron-builder gives it.
const order = readFpmArguments(process.argv.slice(2))
const root = mkdtempSync(join(tmpdir(), 'kerbside-deb-'))
try {
  layOut(order, root)
  // The fastest level: nobody keeps it.
  await mustRun('dpkg-deb', ['--root-owner-group', `-Z${order.compression}`, '-z1', '--build', root, order.package])
} finally {
  rmSync(root, { recursive: true, force: true })
}

function layOut({ files, scripts, ...fields }: DebOrder, folder: string): void {
  chmodSync(folder, 0o755)
  for (const { from, to } of files) {
    const target = join(folder, to)
    mkdirSync(dirname(target), { recursive: true })
    cpSync(from, target, { recursive: true, verbatimSymlinks: true })
  }
  const kilobytes = Math.ceil(bytesUnder(folder) / 1024)
  const sums = sumsOf(folder)
  const control = join(folder, 'DEBIAN')
  mkdirSync(control)
  writeFileSync(join(control, 'control'), controlFile(fields, kilobytes))
  writeFileSync(join(control, 'md5sums'), sums)
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(control, name), readFileSync(script), { mode: 0o755 })
  }
}

/** What `dpkg --verify` compares an installation with. */
function sumsOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const lines = files.map((entry) => {
    const file = join(entry.parentPath, entry.name)
    return `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${file.slice(folder.length + 1)}\n`
  })
  return lines.toSorted().join('')
}
