import { copyFile, rename, rm } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Random } from '../ids/random.ts'
import { backupOf, filesOf, findCopies, sealedNameOf } from './copy-catalogue.ts'
import { keptBackups } from './rotation.ts'
import { sealFile } from './sealed-file.ts'

/** Copies a backup, as it is, with what is known of it. */
export async function copyInto(folder: string, file: string): Promise<void> {
  for (const one of filesOf(file)) await copyWhole(one, join(folder, basename(one)))
}

/** Encrypts a backup into a folder that others may read. What is known of it stays here: it tells of the site in clear. */
export async function sealInto(folder: string, file: string, passphrase: string, random: Random): Promise<void> {
  await sealFile(file, join(folder, sealedNameOf(file)), passphrase, random)
}

/** Takes what is too old. Plain and encrypted backups grow old together; what was exported by hand is nobody's to take. */
export async function rotate(folder: string, timezone: string): Promise<void> {
  const found = findCopies({ backups: folder, exports: '', setAside: '', second: null })
  const ours = found.flatMap((copy) => {
    const name = backupOf(copy)
    return name === undefined ? [] : [{ name, file: copy.file }]
  })
  const kept = keptBackups(
    ours.map(({ name }) => name),
    timezone,
  )
  for (const { name, file } of ours) {
    if (kept.has(name.id)) continue
    for (const one of filesOf(file)) await rm(one, { force: true })
  }
}

/** Why backups cannot be copied to a folder; undefined where they can, or to none. */
export async function unfitFolder(folder: string | null, dataDir: string): Promise<Refusal | undefined> {
  if (folder === null) return undefined
  const own = resolve(dataDir)
  const path = resolve(folder)
  if (path !== folder.replace(/[\\/]+$/, '')) return refuse('folder_unfit', 'give the whole path of the folder')
  if (path === own || path.startsWith(own + sep)) return refuse('folder_unfit', 'that is the data folder itself')
  const probe = join(path, '.kerbside-probe')
  try {
    // Not made where it is not there: a stick that is not plugged in would get a folder on the disk instead.
    await copyFile(join(dataDir, 'store-state.json'), probe)
    await rm(probe)
    return undefined
  } catch (error) {
    return refuse('folder_unfit', error instanceof Error ? error.message : undefined)
  }
}

/** A copy that is there only when it is whole. */
async function copyWhole(source: string, target: string): Promise<void> {
  const draft = `${target}.part`
  await copyFile(source, draft)
  await rename(draft, target)
}
