import { copyFile } from 'node:fs/promises'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { StoreCopies } from '../store-contents.ts'
import type { WholeStore } from '../whole-store.ts'
import { connect, foldIn, type ConnectOptions } from './connection.ts'
import { nextSetAside, removeDraft, storeFiles, syncFile, syncFolder } from './store-files.ts'
import { inspections, type JobOptions } from './store-jobs.ts'
import { wholeFile, writeWholeFile } from './whole-file.ts'

/** Reads all of an open store, whichever engine has it, as it is at one moment. */
export type ReadWhole = <T>(work: (whole: WholeStore) => Promise<T>) => Promise<T>

/**
 * Copies of a store that is kept elsewhere, as files like those of the embedded one: what was copied from the one can be
 * gone on with by the other.
 */
export function copiesOfWhole(options: JobOptions & ConnectOptions & { readonly whole: ReadWhole }): StoreCopies {
  const { dataDir, whole } = options
  const inspect = inspections(options)
  return {
    async copyTo(target, onProgress) {
      onProgress({ done: 0, total: 1 })
      await whole((all) => writeFile(target, options, all))
      onProgress({ done: 1, total: 1 })
    },
    inspect,
    async inspectPresent() {
      const files = storeFiles(dataDir)
      removeDraft(files)
      try {
        await whole((all) => writeWholeFile(files.draft, options, all))
        return await inspect(files.draft)
      } finally {
        removeDraft(files)
      }
    },
  }
}

/** The file is there under its name only when it is whole and on the disk. */
async function writeFile(target: string, options: ConnectOptions, whole: WholeStore): Promise<void> {
  const draft = `${target}.part`
  rmSync(draft, { force: true })
  try {
    await writeWholeFile(draft, options, whole)
    syncFile(draft)
    renameSync(draft, target)
    syncFolder(dirname(target))
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${end}`, { force: true })
    throw error
  }
}

/** Keeps a store that another one is about to take the place of. @returns the folder in which it is kept */
export async function setAsideWhole(dataDir: string, options: ConnectOptions, whole: WholeStore): Promise<string> {
  const folder = nextSetAside(storeFiles(dataDir), 'replaced')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'kerbside.sqlite'), options, whole)
  return folder
}

/** A copy as a store of today's schema. The copy itself is not touched. */
export async function openCopy(
  dataDir: string,
  options: ConnectOptions,
  copy: string,
): Promise<WholeStore & { close(): void }> {
  const files = storeFiles(dataDir)
  removeDraft(files)
  await copyFile(copy, files.draft)
  foldIn(connect(files.draft, options))
  const whole = wholeFile(files.draft, options.nativeBinding)
  return {
    ...whole,
    close() {
      whole.close()
      removeDraft(files)
    },
  }
}
