import { defineConfig } from '@playwright/test'

// `npm test` finds or installs a Chromium and says here where it is; without it, Playwright uses its own.
const chromium = process.env['E2E_CHROMIUM']

// On a closed network a browser that looks for its maker's hosts wastes time and fills the log.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]
// Letters and colours as alike as can be on every machine: no hints of its own, no colours at their edges, one profile.
const alike = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']
const launchOptions = chromium ? { executablePath: chromium } : {}

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  updateSnapshots: 'none',
  workers: 2,
  timeout: 90_000,
  // How long a machine under load may take is no property of the product.
  expect: { timeout: 20_000 },
  // Somebody who runs a test wants to see it fail; `npm test` tries once more, and tells (tools/test/playwright-run.ts).
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    // A trace slows every test down; `npx playwright test --trace retain-on-failure` makes one where it is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...launchOptions, args: quiet },
  },
  projects: [
    {
      name: 'kiosk',
      testDir: 'tests/kiosk',
      // What a worker passes by, a test could not keep back; the tests of the worker itself allow it.
      use: { viewport: { width: 1280, height: 800 }, hasTouch: true, serviceWorkers: 'block' },
    },
    { name: 'console', testDir: 'tests/console', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'docs', testDir: 'tests/docs', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'pictures',
      testDir: 'tests/screenshots',
      timeout: 600_000,
      fullyParallel: true,
      // What the documentation shows is what is compared with; `npm run screenshots` alone makes it anew.
      snapshotPathTemplate: 'docs/images/{arg}{ext}',
      use: { launchOptions: { ...launchOptions, args: [...quiet, ...alike] } },
    },
    // Each test starts the whole application: one at a time.
    // One system, on which one test goes on from where another left it.
    { name: 'package', testDir: 'tests/package', workers: 1, timeout: 180_000 },
    { name: 'desktop', testDir: 'tests/desktop', workers: 1, timeout: 120_000 },
  ],
})
