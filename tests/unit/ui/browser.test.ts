// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { WakeReason } from '../../../src-shared/time/time-link-parts.ts'
import { listenForWake } from '../../../src-shared/ui/browser/browser-socket.ts'
import { measureGranularity } from '../../../src-shared/ui/browser/browser-time.ts'

describe('the browser’s clock', () => {
  it.each([0.1, 1, 16, 100])('is measured to step by %f ms', (step) => {
    let reads = 0
    const read = () => {
      reads += 1
      return Math.floor(reads / 7) * step
    }
    expect(measureGranularity(read)).toBeCloseTo(step, 6)
    // One that rounds coarsely is looked at once: it would hold up the page.
    expect(reads).toBeLessThan(step > 5 ? 20 : 80)
  })
})

describe('what wakes a page', () => {
  it('is passed on until nobody listens any more', () => {
    const seen: WakeReason[] = []
    const stop = listenForWake((reason) => seen.push(reason))
    const announce = () => {
      document.dispatchEvent(new Event('visibilitychange'))
      document.dispatchEvent(new Event('resume'))
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
      window.dispatchEvent(new Event('online'))
    }
    announce()
    expect(seen).toEqual(['visible', 'resume', 'pageshow', 'online'])
    stop()
    announce()
    expect(seen).toHaveLength(4)
  })
})
