import type { ChildProcess } from 'node:child_process'
import { spawnSync } from 'node:child_process'
import * as v from 'valibot'
import type { ForeignRoot } from './foreign-root.ts'

/** The ordinary user of the system on which it is installed. */
export const user = { name: 'counter', id: 4711, home: '/home/counter' } as const

const ListeningLine = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    event: v.literal('listening'),
    public_url: v.string(),
    staff_url: v.string(),
    data_dir: v.string(),
  }),
)

/** How long a start may take on a machine under load, ms. */
const START_MS = 60_000

export interface InstalledApp {
  readonly publicUrl: string
  readonly staffUrl: string
  readonly dataDir: string
  /** What it has written on standard error so far. */
  stderr(): string
  /** Starts the program once more beside it, as the same user. @returns its exit code */
  startAgain(): number | null
  /** Stops it as a service manager does. @returns its exit code */
  stop(): Promise<number | null>
}

/** By the user's own account: no privilege of whoever runs the tests is left. */
const asUser = `setpriv --reuid ${user.id} --regid ${user.id} --clear-groups --no-new-privs env -i HOME=${user.home} USER=${user.name} PATH=/usr/bin:/bin`

function settings(binding: string | undefined): string {
  const own = binding === undefined ? [] : [`KERBSIDE_SQLITE_BINDING=${binding}`]
  return [
    'KERBSIDE_DEMO=1',
    'KERBSIDE_HOST=127.0.0.1',
    'KERBSIDE_PORT=0',
    'KERBSIDE_STAFF_PORT=0',
    'KERBSIDE_KIOSK_ACCESS=open',
    'KERBSIDE_NTP=off',
    'KERBSIDE_MDNS=off',
    ...own,
  ].join(' ')
}

/**
 * Starts what the package has installed, by the command that it has installed, on a display of its own, with the data where it keeps them
 * when nobody says anything.
 * @param binding where the SQLite of this Electron lies there, when it needs its own
 */
export async function startInstalled(root: ForeignRoot, binding: string | undefined): Promise<InstalledApp> {
  const child = root.start(`
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>/tmp/display >/dev/null 2>&1 &
until [ -s /tmp/display ]; do sleep 0.1; done
exec ${asUser} DISPLAY=":$(cat /tmp/display)" ${settings(binding)} kerbside`)
  let written = ''
  child.stderr?.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const line = await firstLine(child, exited, () => written).catch((error: unknown) => {
    endGroup(child)
    throw error
  })
  const { public_url: publicUrl, staff_url: staffUrl, data_dir: dataDir } = v.parse(ListeningLine, line)
  return {
    publicUrl,
    staffUrl,
    dataDir,
    stderr: () => written,
    startAgain() {
      const command = `${asUser} DISPLAY=":$(cat /tmp/display)" ${settings(binding)} kerbside`
      return spawnSync('nsenter', ['--target', String(child.pid), '--mount', 'sh', '-c', command], {
        timeout: START_MS,
      }).status
    },
    async stop() {
      child.kill('SIGTERM')
      const code = await exited
      endGroup(child)
      return code
    },
  }
}

function firstLine(child: ChildProcess, exited: Promise<number | null>, stderr: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const late = setTimeout(() => reject(new Error(`it did not start in ${START_MS} ms: ${stderr()}`)), START_MS)
    const settle = (act: () => void) => {
      clearTimeout(late)
      act()
    }
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const end = text.indexOf('\n')
      if (end >= 0) settle(() => resolve(text.slice(0, end)))
    })
    void exited.then((code) => settle(() => reject(new Error(`it ended with ${code}: ${stderr()}`))))
  })
}

/** Its display, and whatever it has left running. */
function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}
