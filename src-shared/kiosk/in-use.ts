import type { KioskScreen } from './kiosk-screens.ts'

/** On these nobody has begun anything that a new page would take from them. */
const free: readonly KioskScreen[] = ['starting', 'unpaired', 'attract']

/** Whether somebody may be in the middle of something there. */
export function isInUse(screen: KioskScreen): boolean {
  return !free.includes(screen)
}
