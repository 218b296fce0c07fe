import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { UpdatePreferences } from '../../src-shared/desktop/updates.ts'

const Release = v.object({ version: v.string(), notes: v.string() })

/** What is kept about updates between two starts. */
const Memory = v.object({
  /** Goes up when a Kerbside could misunderstand what an older one has written. */
  format: v.literal(1),
  preferences: UpdatePreferences,
  /** The version that ran last. */
  ran: v.nullable(v.string()),
  /** What was ready to be installed. */
  ready: v.nullable(Release),
  /** What somebody is to be told of. */
  news: v.nullable(Release),
})
export type UpdateMemory = v.InferOutput<typeof Memory>

const MemoryFile = v.pipe(v.string(), v.parseJson(), Memory)
const AnyFormat = v.pipe(v.string(), v.parseJson(), v.object({ format: v.number() }))

const nothingKept: UpdateMemory = {
  format: 1,
  preferences: { check: true, channel: 'stable' },
  ran: null,
  ready: null,
  news: null,
}

/** What was kept, and whether a newer Kerbside has kept it: then it is left alone, and nothing is looked for. */
export interface KeptMemory {
  readonly memory: UpdateMemory
  readonly ofNewer: boolean
}

/** Reads what was kept; a file that cannot be read counts as none. */
export function readMemory(file: string): KeptMemory {
  const text = textOf(file)
  const parsed = v.safeParse(MemoryFile, text)
  if (parsed.success) return { memory: parsed.output, ofNewer: false }
  const format = v.safeParse(AnyFormat, text)
  const ofNewer = format.success && format.output.format > 1
  if (!ofNewer) return { memory: nothingKept, ofNewer }
  return { memory: { ...nothingKept, preferences: { check: false, channel: 'stable' } }, ofNewer }
}

/** Puts it in the file's place in one step. @throws Error when the disk does not take it */
export function writeMemory(file: string, memory: UpdateMemory): void {
  const half = `${file}.new`
  writeFileSync(half, JSON.stringify(memory))
  renameSync(half, file)
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * What there is to tell at a start.
 * @param version the one that runs now
 */
export function onStart(memory: UpdateMemory, version: string): UpdateMemory {
  const { ran, ready } = memory
  if (ran === version) return memory
  const news = ran === null ? null : { version, notes: ready?.version === version ? ready.notes : '' }
  return { ...memory, ran: version, ready: null, news }
}
