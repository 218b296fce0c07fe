import { app, session } from 'electron'
import type { AppUpdater, BaseUpdater, UpdateInfo } from 'electron-updater'
import type { UpdateFailure } from '../../src-shared/desktop/updates.ts'
import { log } from '../log.ts'
import { mayFetch } from './feed.ts'
import { notesText } from './release-notes.ts'
import type { EngineEvent, UpdateEngine } from './update-engine.ts'

/** The session in which electron-updater makes its requests; nothing else uses it. */
const updaterSession = 'electron-updater'

/** What tells that something came that nobody announced, as electron-updater names it. */
const damaged: ReadonlySet<string> = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE'])

/**
 * electron-updater at our rates: it looks when it is told to, fetches what is newer and nothing else, checks it, and installs it when it is
 * told to. It is loaded with the first look.
 */
export function electronUpdaterEngine(feedUrl: string): UpdateEngine {
  let loading: Promise<AppUpdater> | undefined
  let updater: AppUpdater | undefined
  let tell: (event: EngineEvent) => void = () => undefined
  let version = ''

  async function load(): Promise<AppUpdater> {
    guardUpdater(feedUrl)
    const made = await makeUpdater(feedUrl)
    made.on('update-not-available', () => tell({ is: 'current' }))
    made.on('update-available', (info: UpdateInfo) => {
      version = info.version
      tell({ is: 'downloading', version, percent: 0 })
    })
    made.on('download-progress', ({ percent }) => tell({ is: 'downloading', version, percent: Math.floor(percent) }))
    made.on('update-downloaded', (info) =>
      tell({ is: 'ready', version: info.version, notes: notesText(info.releaseNotes) }),
    )
    made.on('error', (error: Error) => tell({ is: 'failed', why: failureOf(error) }))
    return (updater = made)
  }

  return {
    // Squirrel, which installs on macOS, only does so by starting what it has installed.
    canInstallQuietly: process.platform !== 'darwin',
    async look(channel, told) {
      tell = told
      try {
        const ready = await (loading ??= load())
        ready.channel = channel === 'stable' ? 'latest' : 'beta'
        // Choosing a channel allows the way back to an older version, which the data may not survive.
        ready.allowDowngrade = false
        const result = await ready.checkForUpdates()
        await result?.downloadPromise
      } catch (error) {
        // It was told by the event, too; what kept it from being loaded was not.
        log(`no update: ${error instanceof Error ? error.message : String(error)}`)
        if (updater === undefined) tell({ is: 'failed', why: 'unreachable' })
      }
    },
    install(restart) {
      if (updater === undefined) return app.quit()
      // The next one asks for the lock before this one is gone.
      app.releaseSingleInstanceLock()
      const { install } = updater as Partial<Pick<BaseUpdater, 'install'>>
      // On macOS Squirrel does it all.
      if (install === undefined) return updater.quitAndInstall()
      const isInstalled = install.call(updater, true, restart)
      // The server has stopped: whoever wanted to go on gets the version that there is.
      if (!isInstalled && restart) app.relaunch({ execPath: process.env['APPIMAGE'] || process.execPath })
      app.quit()
    },
  }
}

async function makeUpdater(feedUrl: string): Promise<AppUpdater> {
  const { AppImageUpdater, MacUpdater, NsisUpdater } = await import('electron-updater')
  const options = { provider: 'generic', url: feedUrl } as const
  const updater =
    process.platform === 'win32'
      ? new NsisUpdater(options)
      : process.platform === 'darwin'
        ? new MacUpdater(options)
        : new AppImageUpdater(options)
  updater.autoDownload = true
  // When it is installed is decided by whoever knows of shifts.
  updater.autoInstallOnAppQuit = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  // It would tell one installation from another; a release is for all of its channel at once.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  updater.isUserWithinRollout = () => true
  updater.logger = {
    info: () => undefined,
    warn: (message: unknown) => log(`update: ${String(message)}`),
    error: (message: unknown) => log(`update: ${firstLine(String(message))}`),
  }
  return updater
}

/** Everything that the updater asks for lies below its feed; a feed that points elsewhere is not followed. */
function guardUpdater(feedUrl: string): void {
  const { webRequest } = session.fromPartition(updaterSession, { cache: false })
  webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = mayFetch(url, feedUrl)
    if (!allowed) log(`refused a request of the updater to ${url}`)
    answer({ cancel: !allowed })
  })
}

function failureOf(error: Error): UpdateFailure {
  const code = 'code' in error ? String(error.code) : ''
  return damaged.has(code) ? 'damaged' : 'unreachable'
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
