import { readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { log } from '../log.ts'

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))
const WindowState = v.object({ x: Pixels, y: Pixels, width: Pixels, height: Pixels, maximised: v.boolean() })
export type WindowState = v.InferOutput<typeof WindowState>

const WindowStateFile = v.pipe(v.string(), v.parseJson(), WindowState)

/** A rectangle on the desktop, in the system's scaled pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const minimumSize = { width: 960, height: 600 } as const
const usualSize = { width: 1360, height: 860 } as const

/** How much of a window must be on some display for it to be found and moved: a piece of its title bar. */
const graspable = { width: 120, height: 40 } as const

export interface Opening {
  readonly width: number
  readonly height: number
  /** Absent when the system may choose the place. */
  readonly position: { readonly x: number; readonly y: number } | undefined
  readonly maximised: boolean
}

/**
 * Where a window opens: where it was, unless the display that it was on is gone.
 * @param displays the work areas of the displays there are now, the primary one first
 */
export function openingOf(saved: WindowState | undefined, displays: readonly Area[]): Opening {
  const primary = displays[0] ?? { x: 0, y: 0, ...usualSize }
  if (saved === undefined) return { ...fit(usualSize, primary), position: undefined, maximised: false }
  const display = displays.find((area) => isGraspable(saved, area))
  const size = fit(saved, display ?? primary)
  return { ...size, position: display && { x: saved.x, y: saved.y }, maximised: saved.maximised }
}

/** Where a window opens that was never there: in the middle of another display than the one that is in use, where there is one. */
export function openingBeside(inUse: Area, displays: readonly Area[]): Opening {
  const other = displays.find(({ x, y }) => x !== inUse.x || y !== inUse.y)
  if (other === undefined) return openingOf(undefined, displays)
  const size = fit(usualSize, other)
  const middle = (start: number, length: number, used: number) => start + Math.max(0, Math.round((length - used) / 2))
  const position = { x: middle(other.x, other.width, size.width), y: middle(other.y, other.height, size.height) }
  return { ...size, position, maximised: false }
}

function fit(size: { width: number; height: number }, area: Area): { width: number; height: number } {
  const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high))
  return {
    width: between(minimumSize.width, size.width, area.width),
    height: between(minimumSize.height, size.height, area.height),
  }
}

function isGraspable(window: Area, area: Area): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const topInside = window.y >= area.y && window.y + graspable.height <= area.y + area.height
  return width >= graspable.width && topInside
}

/** Reads where the window was; undefined when nothing usable was kept. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    const parsed = v.safeParse(WindowStateFile, readFileSync(file, 'utf8'))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/** Keeps where the window is. A failure is no reason to stop anything. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch (error) {
    log(`could not keep the window's place: ${String(error)}`)
  }
}
