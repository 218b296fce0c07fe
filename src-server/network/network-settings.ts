import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { LanAddress } from '../../src-shared/api/network-schemas.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'

/**
 * How this machine is found on its network. Beside the store, not in it: a backup that is restored on another machine
 * must not bring an address that this one does not have.
 */
const Stored = v.object({
  format: v.literal(1),
  settings: v.object({ chosen: v.nullable(LanAddress), announce: v.boolean() }),
})
export type NetworkSettings = v.InferOutput<typeof Stored>['settings']

const fileIn = (dataDir: string) => join(dataDir, 'network-settings.json')

/** What cannot be read counts as nothing said: the choice is made again by a person, and no start fails for it. */
export function readNetworkSettings(dataDir: string): NetworkSettings {
  const otherwise = { chosen: null, announce: true }
  try {
    return parseJson(Stored, readFileSync(fileIn(dataDir), 'utf8'))?.settings ?? otherwise
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise
    throw error
  }
}

export function writeNetworkSettings(dataDir: string, settings: NetworkSettings): void {
  const draft = `${fileIn(dataDir)}.new`
  writeFileSync(draft, JSON.stringify({ format: 1, settings }), { mode: 0o600, flush: true })
  renameSync(draft, fileIn(dataDir))
}
