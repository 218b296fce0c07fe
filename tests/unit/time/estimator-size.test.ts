import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, it } from 'vitest'

/** Bounds, shown time, modes, tripwire and backoff: what makes time out of messages, without the socket and its schemas. */
const ESTIMATOR = ['synced-clock', 'tripwire', 'backoff', 'sync-pace']

it('the estimator is at most 2 kB, minified and gzipped', async () => {
  const entry = ESTIMATOR.map((name) => fileURLToPath(new URL(`../../../src-shared/time/${name}.ts`, import.meta.url)))
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    // Vite leaves the white space of libraries that are ES modules as it is.
    build: { write: false, minify: true, lib: { entry, formats: ['cjs'] } },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const code = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((part) => ('code' in part ? part.code : ''))
  const size = gzipSync(code.join('')).byteLength
  console.log(`estimator: ${size} bytes gzipped`)
  expect(size).toBeGreaterThan(500)
  expect(size).toBeLessThanOrEqual(2048)
})
