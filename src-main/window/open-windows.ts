import { readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { OwnScreen } from '../../src-shared/desktop/own-windows.ts'
import { log } from '../log.ts'

const OpenWindowsFile = v.pipe(v.string(), v.parseJson(), v.array(OwnScreen))

/** Which screens had a window of their own; none when nothing usable was kept. */
export function readOpenWindows(file: string): readonly OwnScreen[] {
  try {
    const parsed = v.safeParse(OpenWindowsFile, readFileSync(file, 'utf8'))
    return parsed.success ? [...new Set(parsed.output)] : []
  } catch {
    return []
  }
}

/** Keeps which screens have a window of their own. A failure is no reason to stop anything. */
export function writeOpenWindows(file: string, screens: readonly OwnScreen[]): void {
  try {
    writeFileSync(file, JSON.stringify(screens))
  } catch (error) {
    log(`could not keep which windows are open: ${String(error)}`)
  }
}
