/** mulberry32: small, fast, and the same everywhere for a seed. Gives numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The seed of a test: its usual one, unless KERBSIDE_TEST_SEED sets another. */
export function testSeed(usual: number): number {
  return Number(process.env['KERBSIDE_TEST_SEED'] ?? usual)
}

/** Runs with chance from a seed; a failure tells the seed. KERBSIDE_TEST_SEED sets another. */
export function withSeed(usual: number, run: (random: () => number) => void): void {
  const seed = testSeed(usual)
  try {
    run(seededRandom(seed))
  } catch (failure) {
    throw new Error(`failed with KERBSIDE_TEST_SEED=${seed}`, { cause: failure })
  }
}
