import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  // A trailing `!` marks what is shipped: `knip --production` then finds what only tests still use.
  entry: [
    'src-main/{main,application}.ts!',
    'src-main/preload/preload.ts!',
    'src-server/index.ts!',
    'src-server/headless.ts!',
    'src-server/store/sqlite/store-worker.ts!',
    'src-renderer/main.tsx!',
    'kiosk/main.tsx!',
    'tools/*.ts',
    // Started by path: a program that builds, and what it builds for Electron.
    'tools/dev/window/{build,main}.ts',
    'tools/check/{boundaries,licences}.ts',
    'tools/package/deb/make-deb.ts',
    // Vitepress is led to these two by files that tools/docs/stage.ts writes.
    'tools/docs/{site-config,theme/theme}.ts',
    'tools/components/{console,kiosk}.tsx',
    'bench/*.ts',
    'bench/booking/{servers/*,load}.ts',
    'bench/fanout/peers/*.ts',
    'bench/fanout/load/generator.ts',
    'tests/**/*.{test,spec}.{ts,tsx}',
    'tests/faults/{leak-run,migration-child,plain-writer}.ts',
    'tests/faults/hostile/collects-when-told.ts',
    '{.,kiosk,src-renderer,tools/components}/*.config.ts',
  ],
  project: [
    '{src-main,src-server,src-shared,src-renderer,kiosk}/**/*.{ts,tsx,css}!',
    '{tools,bench,tests}/**/*.{ts,tsx,css}',
    '*.{ts,mjs}',
  ],
  ignoreExportsUsedInFile: true,
  // Found by path: headers for a C compiler (tools/electron-runtime/sqlite-binding.ts), a program (tools/package/unpacked.ts),
  // and fonts for print (tools/build/print-fonts.ts).
  ignoreDependencies: ['node-api-headers', 'electron-builder', '@fontsource/.+'],
  // Programs of the system that benchmarks and tests use where they are.
  ignoreBinaries: [
    'apparmor_status',
    'apt-cache',
    'dpkg',
    'dpkg-deb',
    'mount',
    'nginx',
    'nsenter',
    'objdump',
    'taskset',
    'umount',
    'unshare',
  ],
  // A stylesheet imports too: the typeface comes from a package.
  compilers: {
    css: (text) => [...text.matchAll(/@import\s+['"]([^'"]+)['"]/g)].map(([, name]) => `import '${name}'`).join('\n'),
  },
}

export default config
