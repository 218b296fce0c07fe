import type { SoundLevel } from './sound-choice.ts'

/** How far a sine is turned up, of 1. */
const volumes = { quiet: 0.08, loud: 0.45 } as const satisfies Record<Exclude<SoundLevel, 'off'>, number>

/** Two rising notes, a fourth apart: when each begins, in seconds, and its pitch in Hz. */
const notes = [
  { at: 0, hz: 659 },
  { at: 0.16, hz: 880 },
] as const
const noteSeconds = 0.14
const fadeSeconds = 0.02

let context: AudioContext | undefined

/** Makes the short sound that something needs somebody. It is computed: there is no file to load, nor to be missing. */
export function playSound(level: SoundLevel): void {
  if (level === 'off') return
  context ??= new AudioContext()
  // A browser lets no page sound before it was touched; then it stays silent.
  if (context.state === 'suspended') context.resume().catch(() => undefined)
  const begin = context.currentTime
  for (const { at, hz } of notes) playNote(context, begin + at, hz, volumes[level])
}

/** Faded at both ends, so that it does not click. */
function playNote(into: AudioContext, at: number, hz: number, volume: number): void {
  const tone = into.createOscillator()
  const gain = into.createGain()
  tone.frequency.value = hz
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(volume, at + fadeSeconds)
  gain.gain.setValueAtTime(volume, at + noteSeconds - fadeSeconds)
  gain.gain.linearRampToValueAtTime(0, at + noteSeconds)
  tone.connect(gain).connect(into.destination)
  tone.start(at)
  tone.stop(at + noteSeconds)
}
