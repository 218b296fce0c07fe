import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

import { componentLibrary } from './tools/build/component-library.ts'
import { compiledMessages } from './tools/build/compiled-messages.ts'
import { noteModuleShares } from './tools/build/module-shares.ts'
import { externalPackages, nodeTarget } from './tools/build/node-programs.ts'

// Chromium 130 is the oldest one the desktop runs on: the test runtime's. Users have a newer one.
const chromeTarget = 'chrome130'

export default defineConfig({
  main: {
    plugins: [compiledMessages(), noteModuleShares('main')],
    build: {
      // Bundled whole: one file starts faster than hundreds of small ones, and the package needs no node_modules but these two.
      externalizeDeps: false,
      target: nodeTarget,
      outDir: 'out/main',
      rolldownOptions: {
        // electron-vite's own plugins are the slow ones, and the whole takes seconds.
        checks: { bundlerTimings: false },
        // One script, which what was compiled ahead is of; what loads it is built beside it (tools/build/node-programs.ts).
        input: { application: 'src-main/application.ts' },
        external: externalPackages,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload script can require nothing but Electron: one CommonJS file.
      externalizeDeps: false,
      isolatedEntries: true,
      target: nodeTarget,
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: 'src-main/preload/preload.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    // The page is served from two places: app://console/ and /console/ over HTTP. electron-vite makes its addresses relative.
    root: 'src-renderer',
    plugins: [react(), compiledMessages(), componentLibrary(), noteModuleShares('renderer')],
    build: {
      target: chromeTarget,
      outDir: 'out/renderer',
      minify: true,
      // No inline script or data: URL in the page: its content security policy allows neither.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'src-renderer/index.html' },
    },
  },
})
