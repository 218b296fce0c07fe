import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A file of an Electron archive, with what the archive's header says of it. */
export interface ArchivedFile {
  readonly name: string
  readonly content: Buffer
  /** SHA-256 by the header, in hexadecimal digits; undefined where it says nothing. */
  readonly vouched: string | undefined
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly offset?: string
  readonly size?: number
  readonly unpacked?: boolean
  readonly integrity?: { readonly algorithm: string; readonly hash: string }
}

/** The header: the size of the size, the size of the header, two lengths of its text, and the text. */
const TEXT_AT = 16

/** Reads an archive by Electron's format; files that lie beside it are left out. */
export function readArchive(file: string): readonly ArchivedFile[] {
  const bytes = readFileSync(file)
  const contentAt = 8 + bytes.readUInt32LE(4)
  return filesUnder(headerOf(bytes), '').flatMap(([name, { offset, size, unpacked, integrity }]) => {
    if (unpacked === true || offset === undefined || size === undefined) return []
    const from = contentAt + Number(offset)
    const vouched = integrity?.algorithm === 'SHA256' ? integrity.hash : undefined
    return [{ name, content: bytes.subarray(from, from + size), vouched }]
  })
}

/** The names and sizes of all that an archive has, with what lies beside it. */
export function listArchive(file: string): readonly { readonly name: string; readonly bytes: number }[] {
  return filesUnder(headerOf(readFileSync(file)), '').map(([name, { size = 0 }]) => ({ name, bytes: size }))
}

function headerOf(bytes: Buffer): Entry {
  return JSON.parse(bytes.toString('utf8', TEXT_AT, TEXT_AT + bytes.readUInt32LE(12))) as Entry
}

function filesUnder(entry: Entry, path: string): [string, Entry][] {
  if (entry.files === undefined) return [[path, entry]]
  return Object.entries(entry.files).flatMap(([name, each]) => filesUnder(each, path === '' ? name : `${path}/${name}`))
}

/** @returns SHA-256 in hexadecimal digits */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
