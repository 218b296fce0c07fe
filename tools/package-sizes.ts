import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readModuleShares } from './build/module-shares.ts'
import { writeTable } from './docs/written-table.ts'
import { bytesByPart, parts, type PackedFile } from './package-sizes/parts.ts'
import { productFiles, serverFiles, unpackedApplication } from './package-sizes/products.ts'
import { projectRoot } from './places.ts'
import { say } from './terminal/progress.ts'

// Measures what lies in `dist/` and says what it is made of: the table of docs/operations.md, and bench/results/packages.json.

const [desktop, server] = [unpackedApplication(), await serverFiles()]
if (desktop === undefined || server === undefined) {
  say(
    'There is nothing to measure. First: npm run package (with -- --test-runtime where need be), npm run package:server.',
  )
  process.exit(1)
}
const [ofDesktop, ofServer] = [desktop.files, server].map((files) => bytesByPart(files, readModuleShares))
const sum = (files: readonly PackedFile[]) => files.reduce((total, { bytes }) => total + bytes, 0)
const whole = desktop.runtimeBytes + sum(desktop.files)

const megabytes = (bytes = 0) => (bytes / 1e6).toFixed(1)
const rows = parts.map((part) => [part, megabytes(ofDesktop?.get(part)), megabytes(ofServer?.get(part))])
const products = productFiles()
const packed = (ending: RegExp) => {
  const file = products.find(({ name }) => ending.test(name))
  return file === undefined ? '–' : megabytes(file.bytes)
}
const cells = [
  ['MB', 'desktop', 'server'],
  [`Electron ${desktop.electron}`, megabytes(desktop.runtimeBytes), '–'],
  ...rows,
  ['together, unpacked', megabytes(whole), megabytes(sum(server))],
  ['as deb, as tar.gz', packed(/\.deb$/), packed(/\.tar\.gz$/)],
  ['as AppImage', packed(/\.AppImage$/), '–'],
]
for (const [name, ...figures] of cells) say(`  ${name}: ${figures.join(', ')}`)

await writeTable('operations.md', 'npm run package:sizes', cells)
const results = join(projectRoot, 'bench', 'results')
mkdirSync(results, { recursive: true })
const report = {
  electron: { version: desktop.electron, bytes: desktop.runtimeBytes },
  desktop: { bytes: whole, parts: rounded(ofDesktop) },
  server: { bytes: sum(server), parts: rounded(ofServer) },
  products: Object.fromEntries(products.map(({ name, bytes }) => [name, bytes])),
}
writeFileSync(join(results, 'packages.json'), `${JSON.stringify(report, undefined, 2)}\n`)

function rounded(bytes: ReadonlyMap<string, number> = new Map()): Record<string, number> {
  return Object.fromEntries(Array.from(bytes, ([part, size]) => [part, Math.round(size)]))
}
