import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Large enough for the demo site, a log that has not been folded in yet, and what is folded into. */
const IMAGE = '128M'
/** No page goes to the disk by itself while a test runs: neither because a while has passed, nor for being looked at. */
const MOUNT_OPTIONS = 'commit=3600,noatime'
/** A copy begun while the disk was busy is taken again, so often. */
const MOST_COPIES = 50

/** Why no disk can be made of a file here; undefined where one can. */
export function diskObstacle(): string | undefined {
  if (process.platform !== 'linux') return `loop devices are Linux's, this is ${process.platform}`
  if (process.getuid?.() !== 0) return 'mounting needs root'
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-disk-'))
  try {
    const disk = new Disk(folder)
    disk.format()
    disk.mount()
    disk.remove()
    return undefined
  } catch (error) {
    return `no loop device can be mounted: ${error instanceof Error ? error.message.trim() : String(error)}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An ext4 file system in a file. The file holds what a disk would: pages that nobody has synced are not in it. */
export class Disk {
  readonly #image: string
  /** Where it is mounted. */
  readonly folder: string
  #device: string | undefined

  /** @param home a folder for the image and its mount point @param name of this one in it */
  constructor(home: string, name = 'disk') {
    this.#image = join(home, `${name}.img`)
    this.folder = join(home, name)
  }

  format(): void {
    run('truncate', '-s', IMAGE, this.#image)
    // Nothing is left for a thread of the kernel to write later.
    run('mkfs.ext4', '-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', this.#image)
  }

  /** Mounts it; what a power cut left in the journal is replayed. */
  mount(): void {
    this.#device = run('losetup', '--find', '--show', this.#image).trim()
    mkdirSync(this.folder, { recursive: true })
    run('mount', '-o', MOUNT_OPTIONS, this.#device, this.folder)
  }

  /**
   * Takes the disk as a power cut at this moment leaves it. Whoever writes to it must be stopped: then only the kernel
   * could write, and a copy during which the device has taken nothing in is the disk of one moment.
   */
  async cutInto(copy: Disk): Promise<void> {
    for (let attempt = 0; attempt < MOST_COPIES; attempt += 1) {
      const before = this.#written()
      run('cp', '--sparse=always', '--reflink=auto', this.#image, copy.#image)
      if (before.underWay === 0 && this.#written().done === before.done) return
      await pause(20)
    }
    throw new Error('the disk never came to rest')
  }

  /** Writes that the device has taken in so far, and those under way. See the kernel's `block/stat`. */
  #written(): { done: number; underWay: number } {
    if (this.#device === undefined) throw new Error('it is not mounted')
    const stat = readFileSync(`/sys/block/${basename(this.#device)}/stat`, 'utf8')
      .trim()
      .split(/\s+/)
    return { done: Number(stat[4]), underWay: Number(stat[8]) }
  }

  /** Writes one file's pages to the disk, as the kernel may at any time. */
  writeBack(file: string): void {
    run('sync', '--data', join(this.folder, file))
  }

  unmount(): void {
    if (this.#device === undefined) return
    run('umount', this.folder)
    run('losetup', '--detach', this.#device)
    this.#device = undefined
  }

  remove(): void {
    this.unmount()
    rmSync(this.#image, { force: true })
    rmdirSync(this.folder)
  }
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
