import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import budgets from '../../../bench/budgets.json' with { type: 'json' }

const CLIENTS = 300
const program = fileURLToPath(new URL('./count-tick-allocations.ts', import.meta.url))

/** In a process of its own, whose young generation is so large that garbage is seldom collected while it is counted. */
async function bytesPerTick(): Promise<{ none: number; many: number }> {
  const args = ['--max-semi-space-size=128', program, String(CLIENTS)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as { none: number; many: number }
}

it('a tick takes little memory, and not so much as an object for each client', async () => {
  const { none, many } = await bytesPerTick()
  const perClient = (many - none) / CLIENTS
  console.log(`a tick takes ${none.toFixed(0)} bytes, and ${perClient.toFixed(2)} for each client`)
  expect(none).toBeGreaterThan(100)
  expect(none).toBeLessThanOrEqual(budgets.tickAllocations.bytes)
  expect(perClient).toBeLessThanOrEqual(budgets.tickAllocations.bytesPerClient)
}, 30_000)
