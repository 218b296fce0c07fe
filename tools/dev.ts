import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isFresh, markFresh, fingerprint } from './build/freshness.ts'
import { outputs } from './build/outputs.ts'
import { openPort } from './dev/open-port.ts'
import { keepRunning, type KeptProgram, type Program } from './dev/kept-program.ts'
import { devEnvironment, readOptions, usage, type DevOptions } from './dev/options.ts'
import { consolePage, kioskPage, type LivePage } from './dev/pages.ts'
import { isMainFile, isServerFile, watchFolders } from './dev/watch.ts'
import { buildWindow, findWindow, windowProgram } from './dev/window/window-program.ts'
import { projectCache, projectRoot } from './places.ts'
import { say } from './terminal/progress.ts'

const cache = join(projectCache, 'dev')

/** Printed documents take their typefaces from the build; it is a copy, made once. */
async function ensureFonts(): Promise<void> {
  const fonts = outputs.find(({ name }) => name === 'fonts')
  if (fonts === undefined || isFresh(fonts)) return
  await fonts.build()
  markFresh(fonts, fingerprint(fonts))
}

interface Running {
  readonly program: KeptProgram
  readonly stopWatching: () => void
}

/** The server, which starts anew when its source is saved: inside the desktop's window, or by itself where there is none. */
async function runProgram(
  options: DevOptions,
  env: Readonly<Record<string, string>>,
  desk: LivePage,
): Promise<Running> {
  const found = options.headless ? { obstacle: 'as was asked for' } : await findWindow(options)
  if ('electron' in found) return runWindow(windowProgram(found.electron, options, desk, env))
  say(`No desktop window: ${found.obstacle}. The server runs without one; the console is a web page.`)
  const args = [join(projectRoot, 'src-server', 'headless.ts')]
  const program = keepRunning({ command: process.execPath, args, env }, (code) =>
    say(`The server ended (${code}). Save a file of src-server, and it is started again.`),
  )
  const stopWatching = watchFolders(['src-server', 'src-shared'], isServerFile, (file) => {
    say(`✎ ${file}: the server starts anew`)
    void program.restart()
  })
  return { program, stopWatching }
}

/** Electron on the page that follows its source, with what its main program is made of built at each save. */
async function runWindow(electron: Program): Promise<Running> {
  await buildWindow()
  const program = keepRunning(electron, (code) =>
    say(`The window's program ended (${code}). Save a file of src-main or src-server, and it is started again.`),
  )
  let turn = Promise.resolve()
  const stopWatching = watchFolders(['src-main', 'src-server', 'src-shared'], isMainFile, (file) => {
    say(`✎ ${file}: the window's program is built, and starts anew`)
    turn = turn.then(async () => {
      try {
        await buildWindow()
        await program.restart()
      } catch (error) {
        say(`${error instanceof Error ? error.message : String(error)}\nThe window goes on with what was built before.`)
      }
    })
  })
  return { program, stopWatching }
}

async function develop(options: DevOptions): Promise<void> {
  const env = devEnvironment(process.env, options, cache)
  env['KERBSIDE_PORT'] = await openPort(env['KERBSIDE_PORT'] ?? '8000')
  env['KERBSIDE_STAFF_PORT'] = await openPort(env['KERBSIDE_STAFF_PORT'] ?? '8001')
  const ownData = env['KERBSIDE_DATA_DIR'] ?? ''
  if (options.fresh) {
    if (!ownData.startsWith(cache)) throw new Error(`--fresh throws nothing away but below ${cache}`)
    for (const folder of [ownData, `${ownData}-audit`]) rmSync(folder, { recursive: true, force: true })
  }
  mkdirSync(cache, { recursive: true })
  await ensureFonts()

  const urls = {
    publicUrl: `http://127.0.0.1:${env['KERBSIDE_PORT']}`,
    staffUrl: `http://127.0.0.1:${env['KERBSIDE_STAFF_PORT']}`,
  }
  const [desk, kiosk] = await Promise.all([consolePage(urls), kioskPage(urls)])
  const { program, stopWatching } = await runProgram(options, env, desk)
  say(`Pages that follow the source: the console at ${desk.url}, the kiosk at ${kiosk.url}`)

  // Vite would end this process by itself, the server's end not awaited.
  process.removeAllListeners('SIGTERM')
  const end = (): void => {
    stopWatching()
    void Promise.all([program.stop(), desk.close(), kiosk.close()]).then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
}

try {
  await develop(readOptions(process.argv.slice(2)))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  say(usage)
  process.exitCode = 1
}
