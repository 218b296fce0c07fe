import { create } from 'zustand/react'

export const soundLevels = ['off', 'quiet', 'loud'] as const
export type SoundLevel = (typeof soundLevels)[number]

const storageKey = 'kerbside.sound'

/** How loud this computer calls when something needs somebody: a matter of the room it stands in, not of the site. */
export const useSoundLevel = create<{ level: SoundLevel }>(() => {
  const kept = localStorage.getItem(storageKey)
  return { level: soundLevels.find((level) => level === kept) ?? 'quiet' }
})

export function setSoundLevel(level: SoundLevel) {
  localStorage.setItem(storageKey, level)
  useSoundLevel.setState({ level })
}
