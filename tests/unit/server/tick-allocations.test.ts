import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import budgets from '../../../bench/budgets.json' with { type: 'json' }

const CLIENTS = 300

/** In a thread of its own, whose young generation is so large that no garbage is collected while it is counted. */
async function bytesPerTick(): Promise<{ none: number; many: number }> {
  const worker = new Worker(new URL('./tick-allocations-worker.ts', import.meta.url), {
    workerData: CLIENTS,
    resourceLimits: { maxYoungGenerationSizeMb: 256 },
  })
  const [counted] = (await once(worker, 'message')) as [{ none: number; many: number }]
  await worker.terminate()
  return counted
}

it('a tick takes little memory, and not so much as an object for each client', async () => {
  const { none, many } = await bytesPerTick()
  const perClient = (many - none) / CLIENTS
  console.log(`a tick takes ${none.toFixed(0)} bytes, and ${perClient.toFixed(2)} for each client`)
  expect(none).toBeGreaterThan(100)
  expect(none).toBeLessThanOrEqual(budgets.tickAllocations.bytes)
  expect(perClient).toBeLessThanOrEqual(budgets.tickAllocations.bytesPerClient)
}, 30_000)
