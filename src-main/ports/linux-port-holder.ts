import { readdir, readFile, readlink } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PortHolder } from './holder.ts'

/** Linux's files on processes and sockets. Each of them may be gone, or another user's, when it is read. */
export interface ProcFiles {
  read(path: string): Promise<string>
  list(path: string): Promise<readonly string[]>
  link(path: string): Promise<string>
}

/** `st` of a socket that listens, in `/proc/net/tcp`. */
const LISTEN = '0A'

/**
 * The inodes of the sockets that listen on a port.
 * @param table the text of `/proc/net/tcp` or `/proc/net/tcp6`; its columns are in the kernel's Documentation/networking/proc_net_tcp.rst
 */
export function listeningInodes(table: string, port: number): readonly string[] {
  const hexadecimal = port.toString(16).toUpperCase().padStart(4, '0')
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/)
    return state === LISTEN && local.endsWith(`:${hexadecimal}`) && inode !== undefined ? [inode] : []
  })
}

/** Which process has one of these sockets open. */
export async function linuxHolder(port: number, files: ProcFiles): Promise<PortHolder | undefined> {
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((path) => files.read(path).catch(() => '')))
  const sockets = new Set(tables.flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`))
  if (sockets.size === 0) return undefined
  const processes = (await files.list('/proc')).filter((name) => /^\d+$/.test(name))
  for (const process of processes) {
    if (await hasOpen(process, sockets, files)) {
      return { program: await programOf(process, files), pid: Number(process) }
    }
  }
  return undefined
}

async function hasOpen(process: string, sockets: ReadonlySet<string>, files: ProcFiles): Promise<boolean> {
  const folder = `/proc/${process}/fd`
  const open = await files.list(folder).catch(() => [])
  const links = await Promise.all(open.map((name) => files.link(`${folder}/${name}`).catch(() => '')))
  return links.some((link) => sockets.has(link))
}

/** By its file: `comm` is the name of a thread, and Node's is `MainThread`. */
async function programOf(process: string, files: ProcFiles): Promise<string> {
  const file = await files.link(`/proc/${process}/exe`).catch(() => undefined)
  // A program that was updated while it runs has this behind its name.
  if (file !== undefined) return basename(file.replace(/ \(deleted\)$/, ''))
  return (await files.read(`/proc/${process}/comm`)).trim()
}

export const systemProcFiles: ProcFiles = {
  read: (path) => readFile(path, 'utf8'),
  list: (path) => readdir(path),
  link: (path) => readlink(path),
}
