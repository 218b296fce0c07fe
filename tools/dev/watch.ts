import { watch } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../places.ts'

/** An editor saves in several steps, and several files at once: what comes so soon after another belongs to it, in ms. */
const TOGETHER_MS = 150

/**
 * Tells when something in folders has changed.
 * @param folders from the project's root
 * @param isIn whether a file, from the project's root, is one that matters
 * @param changed gets one of the files
 * @returns what ends the watch
 */
export function watchFolders(
  folders: readonly string[],
  isIn: (file: string) => boolean,
  changed: (file: string) => void,
): () => void {
  let waiting: NodeJS.Timeout | undefined
  const watchers = folders.map((folder) =>
    watch(join(projectRoot, folder), { recursive: true }, (_event, name) => {
      const file = `${folder}/${String(name).replaceAll('\\', '/')}`
      if (name === null || !isIn(file)) return
      clearTimeout(waiting)
      waiting = setTimeout(() => changed(file), TOGETHER_MS)
    }),
  )
  return () => {
    clearTimeout(waiting)
    for (const watcher of watchers) watcher.close()
  }
}

/** Whether Electron's main program is made of a file: of the server's, and of its own. */
export function isMainFile(file: string): boolean {
  return isServerFile(file) || /^src-main\/.*\.(ts|png)$/.test(file)
}

/** Whether the server is made of a file: pages are kept up to date by Vite. */
export function isServerFile(file: string): boolean {
  return /^src-(server|shared)\/.*\.ts$/.test(file) && !file.startsWith('src-shared/ui/')
}
