import fc from 'fast-check'

/**
 * Where fast-check’s random numbers start. Everyone’s test run plays the same cases, so that a run that fails fails
 * again; `PROPERTY_SEED=any` (or a number) plays others.
 */
const { PROPERTY_SEED = '20251205' } = process.env
if (PROPERTY_SEED !== 'any') fc.configureGlobal({ seed: Number(PROPERTY_SEED) })
