import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { app, type WebContents } from 'electron'
import { type KerbsideServer, systemTimers } from '../../src-server/index.ts'
import { updatesChanged } from '../../src-shared/desktop/bridge-channels.ts'
import type { NoUpdates } from '../../src-shared/desktop/updates.ts'
import { log } from '../log.ts'
import type { StaffCookieJar } from '../protocol/staff-cookie-jar.ts'
import { roleHere } from '../security/who-is-here.ts'
import { electronUpdaterEngine } from './electron-updater-engine.ts'
import { feedOf, feedSetting, PackagedFeed } from './feed.ts'
import { installationFacts, installationObstacle } from './installation.ts'
import { createUpdateDesk, type UpdateDesk } from './update-desk.ts'
import type { UpdateEngine } from './update-engine.ts'

/** The desk for updates of this installation. */
export function updateDeskHere(
  server: KerbsideServer,
  jar: StaffCookieJar,
  consolePages: () => readonly WebContents[],
  quit: () => void,
): UpdateDesk {
  return createUpdateDesk({
    engine: engineHere(),
    file: join(app.getPath('userData'), 'updates.json'),
    version: app.getVersion(),
    timers: systemTimers,
    isAdmin: async () => (await roleHere(server, jar)) === 'admin',
    isShiftOpen: () => server.isShiftOpen().catch(() => true),
    quit,
    onChange: (view) => {
      for (const page of consolePages()) page.send(updatesChanged, view)
    },
  })
}

function engineHere(): UpdateEngine | NoUpdates {
  const obstacle = installationObstacle(installationFacts(app.isPackaged, process.resourcesPath))
  if (obstacle !== undefined) return obstacle
  const feed = feedOf(process.env[feedSetting], packagedFeed())
  switch (feed.is) {
    case 'none':
      return 'no_feed'
    case 'refused':
      log(`${feedSetting}: ${feed.why}`)
      return 'feed_refused'
    case 'feed':
      return electronUpdaterEngine(feed.url)
  }
}

function packagedFeed(): string | undefined {
  const manifest = v.safeParse(PackagedFeed, readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'))
  return manifest.success ? manifest.output.updateUrl : undefined
}
