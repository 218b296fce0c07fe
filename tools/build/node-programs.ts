import { builtinModules } from 'node:module'
import type { InlineConfig } from 'vite'

import { projectRoot } from '../places.ts'
import { compiledMessages } from './compiled-messages.ts'
import { noteModuleShares } from './module-shares.ts'

/** Node 20.18 is in the oldest Electron that the tests run on; every other Node of ours is newer. */
export const nodeTarget = 'node20'

/** What stays outside the bundles: Electron, which is the runtime itself, and better-sqlite3, which finds its binary beside its own files. */
export const externalPackages = ['electron', 'better-sqlite3', ...builtinModules, /^node:/]

/** CommonJS packages in an ES module bundle may use these three names, which an ES module does not have. */
const commonJsNames = `import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
const __filename = import.meta.filename
const __dirname = import.meta.dirname`

/** Vite settings that bundle the headless server into one ES module. */
export function headlessServerConfig(): InlineConfig {
  return nodeProgramConfig('src-server/headless.ts', 'out/server', 'headless.js')
}

/** Vite settings that bundle the program of the thread that reads whole stores; the desktop and the server share it. */
export function storeWorkerConfig(): InlineConfig {
  return nodeProgramConfig('src-server/store/sqlite/store-worker.ts', 'out/worker', 'store-worker.js')
}

function nodeProgramConfig(entry: string, outDir: string, file: string): InlineConfig {
  return {
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    plugins: [compiledMessages(), noteModuleShares(outDir.replace('out/', ''))],
    ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: nodeTarget,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: externalPackages,
        output: { format: 'es', entryFileNames: file, banner: commonJsNames },
      },
    },
  }
}

/**
 * Vite settings for what loads the desktop's application by way of what was compiled of it ahead. Built by itself, so that it
 * shares no code with the application: whoever requires a part of that has it all compiled anew.
 */
export function desktopBootConfig(): InlineConfig {
  return {
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    ssr: { external: true, target: 'node' },
    build: {
      ssr: true,
      outDir: 'out/main',
      // The application is there already.
      emptyOutDir: false,
      target: nodeTarget,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { main: 'src-main/main.ts', program: 'src-main/boot/program.ts' },
        external: externalPackages,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  }
}
