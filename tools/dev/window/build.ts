import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { compiledMessages } from '../../build/compiled-messages.ts'
import { externalPackages, nodeTarget, storeWorkerConfig } from '../../build/node-programs.ts'
import { projectRoot } from '../../places.ts'
import { windowFolder } from './places.ts'

/**
 * Builds what Electron runs under `npm run dev`: the product's main program with the live page around it, its preload script, and the
 * store's worker, laid out as `out/` is. A program of its own, because bundlers leave their marks on the one they run in.
 */

function programConfig(entry: string, outDir: string, name: string, external: InlineConfig['ssr']): InlineConfig {
  return {
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    plugins: [compiledMessages()],
    ssr: { ...external, target: 'node' },
    build: {
      ssr: true,
      outDir: join(windowFolder, outDir),
      emptyOutDir: true,
      target: nodeTarget,
      minify: false,
      sourcemap: 'inline',
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: entry },
        external: externalPackages,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  }
}

/** What the server serves besides is the last build's, as it is without a window. */
function linkBuilt(name: string): void {
  const link = join(windowFolder, name)
  rmSync(link, { force: true, recursive: true })
  // A junction needs no rights on Windows; elsewhere the word means nothing.
  symlinkSync(join(projectRoot, 'out', name), link, 'junction')
}

mkdirSync(windowFolder, { recursive: true })
for (const name of ['renderer', 'kiosk', 'fonts']) linkBuilt(name)
// A name that is nobody else's: what Electron finds by it would be an installed Kerbside's.
writeFileSync(
  join(windowFolder, 'package.json'),
  JSON.stringify({
    name: 'kerbside-dev',
    productName: 'Kerbside (dev)',
    version: '0.0.0',
    type: 'module',
    main: 'main/main.cjs',
  }),
)
const bundled = { noExternal: true as const, external: ['electron', 'better-sqlite3'] }
await build(programConfig('tools/dev/window/main.ts', 'main', 'main', bundled))
await build(programConfig('src-main/preload/preload.ts', 'preload', 'preload', bundled))
const worker = storeWorkerConfig()
await build({ ...worker, build: { ...worker.build, outDir: join(windowFolder, 'worker') } })
