import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import { TrailHead, type HeadBook } from './trail-head.ts'

/** Heads in a folder of their own: `heads.jsonl` only ever grows, `newest.json` is replaced each minute. */
export function headFiles(folder: string): HeadBook {
  const lasting = join(folder, 'heads.jsonl')
  const newest = join(folder, 'newest.json')
  return {
    place: folder,
    async write(head, isLasting) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const line = `${JSON.stringify(head)}\n`
      if (isLasting) await put(lasting, 'a', line)
      // In one step: at each moment the one head is there or the other, whole.
      await put(`${newest}.new`, 'w', line)
      await rename(`${newest}.new`, newest)
    },
    async read() {
      const texts = await Promise.all([lasting, newest].map(readText))
      const lines = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''))
      const heads = lines.flatMap((line) => parseJson(TrailHead, line) ?? [])
      return { heads, unreadable: lines.length - heads.length }
    },
  }
}

async function put(file: string, flags: 'a' | 'w', text: string): Promise<void> {
  const handle = await open(file, flags, 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
