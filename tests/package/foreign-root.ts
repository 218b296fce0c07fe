import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * This machine's system with a layer over it that takes every change, and can be looked through: a package is installed there by the real
 * package manager, with the real libraries, and the machine stays as it is.
 */
export interface ForeignRoot {
  /** The layer: what was written there, at its place from the root. */
  readonly layer: string
  /** Runs a command there, as root, to its end. */
  run(command: string, ...args: readonly string[]): Outcome
  /** Starts a command there that goes on; it is the process itself, so that a signal reaches it. */
  start(script: string): ChildProcess
  /** The files and links that were written, as paths from the root. */
  files(): readonly string[]
  dispose(): void
}

export interface Outcome {
  readonly status: number | null
  readonly output: string
}

/** Why there can be no such root here; undefined where there can. */
export function rootObstacle(): string | undefined {
  if (process.platform !== 'linux') return `debs are Linux's, this is ${process.platform}`
  if (process.getuid?.() !== 0) return 'a root of its own needs root'
  if (spawnSync('dpkg', ['--version']).status !== 0) return 'this system has no dpkg'
  const root = createForeignRoot()
  try {
    const { status, output } = root.run('true')
    return status === 0 ? undefined : `no layer can be laid over this system: ${output.trim()}`
  } finally {
    root.dispose()
  }
}

/** From here on `/` is the layered system, and the machine's own is out of reach. User namespaces work, which they do not after chroot. */
const ENTER = `set -e
mount -t overlay overlay -o "lowerdir=/,upperdir=$LAYER,workdir=$WORK" "$ROOT"
mount --rbind /dev "$ROOT/dev"
mount --rbind /sys "$ROOT/sys"
mount -t proc proc "$ROOT/proc"
mount -t tmpfs -o mode=1777 tmpfs "$ROOT/tmp"
cd "$ROOT"
pivot_root . mnt
umount -l /mnt
cd /
`

export function createForeignRoot(): ForeignRoot {
  const home = mkdtempSync(join(tmpdir(), 'kerbside-root-'))
  const [layer, work, root] = ['layer', 'work', 'root'].map((name) => join(home, name)) as [string, string, string]
  for (const folder of [layer, work, root]) mkdirSync(folder)
  const env = { ...process.env, LAYER: layer, WORK: work, ROOT: root }
  const inside = (script: string, args: readonly string[]) => ['--mount', 'sh', '-c', ENTER + script, 'sh', ...args]
  return {
    layer,
    run(command, ...args) {
      const { status, stdout, stderr } = spawnSync('unshare', inside('exec "$@"', [command, ...args]), {
        env,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      })
      return { status, output: `${stdout}${stderr}` }
    },
    start: (script) => spawn('unshare', inside(script, []), { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }),
    files: () =>
      readdirSync(layer, { recursive: true, withFileTypes: true })
        // A device is where something of the machine's own was removed.
        .filter((entry) => entry.isFile() || entry.isSymbolicLink())
        .map((entry) => join(entry.parentPath, entry.name).slice(layer.length))
        .toSorted(),
    dispose: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** The permission bits of a file of the layer, such as `4755`. */
export function modeOf(root: ForeignRoot, path: string): string {
  return (lstatSync(join(root.layer, path)).mode & 0o7777).toString(8)
}

/** What a deb says of itself. */
export function fieldOf(deb: string, field: string): string {
  return execFileSync('dpkg-deb', ['--field', deb, field], { encoding: 'utf8' }).trim()
}

/** The files and links in a deb, as paths from the root. */
export function filesIn(deb: string): readonly string[] {
  const listed = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return listed
    .split('\n')
    .filter((line) => /^[-l]/.test(line))
    .map((line) => line.replace(/^(\S+\s+){5}\./, '').replace(/ -> .*$/, ''))
    .toSorted()
}
