import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startProgram, type RunningServer } from './programs.ts'

/** Something that takes a booking over HTTP and answers 201. */
export interface Contender {
  readonly name: string
  /** @param dataDir a folder of its own */
  readonly start: (dataDir: string) => Promise<RunningServer>
}

export const kerbside = 'Kerbside'
export const lonely = 'Kerbside, one transaction a request'
export const noOp = 'Fastify, a handler that does nothing'

/** @param prepared the data folder of the measured site, which each run of Kerbside begins with a copy of */
export function contenders(prepared: string): readonly Contender[] {
  const onCopy =
    (...args: string[]) =>
    (dataDir: string) => {
      cpSync(prepared, dataDir, { recursive: true })
      return startProgram('kerbside', [dataDir, ...args])
    }
  const bare = (way: string) => (dataDir: string) => {
    mkdirSync(dataDir, { recursive: true })
    return startProgram('bare-sqlite', [dataDir, way])
  }
  return [
    { name: kerbside, start: onCopy() },
    { name: lonely, start: onCopy('1') },
    { name: noOp, start: () => startProgram('fastify-no-op', []) },
    { name: 'node:http and one SQLite row, one transaction a request', start: bare('single') },
    { name: 'node:http and one SQLite row, group commit', start: bare('group') },
  ]
}

/** Where a contender works in one round. */
export function folderOf(folder: string, round: number, index: number): string {
  return join(folder, `round-${round}-${index}`)
}
