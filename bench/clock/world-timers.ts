import type { FakeWorld } from '../../tests/unit/time/fake-world.ts'

/**
 * Lays the global timers into a fake world, for code that takes them from nowhere else.
 * @returns what gives the machine's own back
 */
export function useWorldTimers(world: FakeWorld): () => void {
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis
  const cancels = new Map<number, () => void>()
  let lastId = 0
  const later = (run: () => void, ms = 0, again = false) => {
    lastId += 1
    const id = lastId
    const begin = () => {
      const due = () => {
        if (again) begin()
        else cancels.delete(id)
        run()
      }
      cancels.set(id, world.timers.after(ms, due))
    }
    begin()
    return id
  }
  const clear = (id: number) => {
    cancels.get(id)?.()
    cancels.delete(id)
  }
  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms?: number) => later(run, ms),
    setInterval: (run: () => void, ms?: number) => later(run, ms, true),
    clearTimeout: clear,
    clearInterval: clear,
  })
  return () => {
    Object.assign(globalThis, { setTimeout, setInterval, clearTimeout, clearInterval })
  }
}
