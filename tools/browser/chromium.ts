import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

import { installSystemPackages, whereIs } from '../machine/packages.ts'
import { runCommand } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'
import { say, withProgress } from '../terminal/progress.ts'

/** A Chromium that was seen to start. */
export interface Browser {
  version: string
  /** Undefined for Playwright's own, which Playwright finds by itself. */
  executablePath?: string
}

/** Names under which Linux systems have it. */
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * A Chromium for the browser tests: Playwright's own when it is there or can be fetched, else the system's,
 * else the system's after installing it (as root on Debian). Throws, with what a person can do, when none is to be had.
 */
export async function findChromium(): Promise<Browser> {
  return (await ownBrowser()) ?? (await systemBrowser()) ?? (await fetchedBrowser()) ?? (await installedBrowser())
}

async function ownBrowser(): Promise<Browser | undefined> {
  return existsSync(chromium.executablePath()) ? await startOnce() : undefined
}

async function systemBrowser(): Promise<Browser | undefined> {
  for (const name of SYSTEM_NAMES) {
    const executablePath = await whereIs(name)
    const browser = executablePath ? await startOnce(executablePath) : undefined
    if (browser) return browser
  }
  return undefined
}

async function fetchedBrowser(): Promise<Browser | undefined> {
  try {
    await withProgress("Fetching Playwright's Chromium", async (note) => {
      const result = await runCommand(
        process.execPath,
        [packageFile('@playwright/test/cli.js'), 'install', 'chromium'],
        {
          stallMs: 60_000,
          onLine: (line) => note(line.trim().slice(0, 60)),
        },
      )
      if (result.code !== 0) throw new Error(result.cutShort ?? 'it cannot be reached')
    })
  } catch (error) {
    say(`  Playwright's own Chromium cannot be had: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
  return ownBrowser()
}

async function installedBrowser(): Promise<Browser> {
  await installSystemPackages(['chromium'], 'the browser tests')
  const browser = await systemBrowser()
  if (!browser) throw new Error('chromium was installed but does not start')
  return browser
}

/** Only a browser that has started once counts: a file that is there may lack its libraries, or be a stub. */
async function startOnce(executablePath?: string): Promise<Browser | undefined> {
  try {
    const browser = await chromium.launch(executablePath ? { executablePath, timeout: 30_000 } : { timeout: 30_000 })
    const version = browser.version()
    await browser.close()
    return executablePath ? { version, executablePath } : { version }
  } catch {
    return undefined
  }
}
