import { fontFiles } from '../../src-server/printing/print-fonts.ts'
import { projectRoot } from '../places.ts'
import { desktopBootConfig, headlessServerConfig, storeWorkerConfig } from './node-programs.ts'
import { precompress } from './precompress.ts'
import { copyPrintFonts, printFontFolder } from './print-fonts.ts'

/** One thing that is built in one go. */
export interface Output {
  name: 'desktop' | 'fonts' | 'kiosk' | 'server' | 'worker'
  /** Files and folders, from the project's root, whose content decides whether it is still fresh. */
  inputs: string[]
  /** What must exist afterwards. */
  makes: string[]
  build(): Promise<void>
}

/** A change in any of these may change every output. */
const everywhere = ['package-lock.json', 'tsconfig.base.json', 'tools/build', 'tools/build.ts', 'src-shared']

/** Vite is loaded only when there is something to build: it takes longer to load than a fresh build takes to check. */
export const outputs: Output[] = [
  {
    name: 'fonts',
    inputs: ['package-lock.json', 'tools/build/print-fonts.ts', 'src-server/printing/print-fonts.ts'],
    makes: fontFiles.map(({ file }) => `${printFontFolder}/${file}`),
    build: async () => copyPrintFonts(),
  },
  {
    name: 'server',
    inputs: [...everywhere, 'src-server'],
    makes: ['out/server/headless.js'],
    build: async () => {
      const { build } = await import('vite')
      await build(headlessServerConfig())
    },
  },
  {
    name: 'worker',
    inputs: [...everywhere, 'src-server'],
    makes: ['out/worker/store-worker.js'],
    build: async () => {
      const { build } = await import('vite')
      await build(storeWorkerConfig())
    },
  },
  {
    name: 'kiosk',
    inputs: [...everywhere, 'kiosk', 'src-main/icons/linux'],
    makes: ['out/kiosk/index.html'],
    build: async () => {
      const { build } = await import('vite')
      await build({ root: `${projectRoot}/kiosk`, configFile: `${projectRoot}/kiosk/vite.config.ts`, logLevel: 'warn' })
      precompress(`${projectRoot}/out/kiosk`)
    },
  },
  {
    name: 'desktop',
    inputs: [...everywhere, 'src-server', 'src-main', 'src-renderer', 'electron.vite.config.ts'],
    makes: [
      'out/main/main.cjs',
      'out/main/program.cjs',
      'out/main/application.cjs',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
    ],
    build: async () => {
      const { build } = await import('electron-vite')
      await build({ root: projectRoot, configFile: `${projectRoot}/electron.vite.config.ts`, logLevel: 'warn' })
      const vite = await import('vite')
      await vite.build(desktopBootConfig())
      precompress(`${projectRoot}/out/renderer`)
    },
  },
]
