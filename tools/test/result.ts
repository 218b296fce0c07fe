import { stripVTControlCharacters } from 'node:util'

/** The kinds of test, in the order in which they run: what fails fastest comes first. */
export const KINDS = [
  'checks',
  'unit',
  'integration',
  'clock-tampering',
  'faults',
  'postgres',
  'kiosk',
  'console',
  'docs',
  'pictures',
  'desktop',
  'package',
] as const

export type Kind = (typeof KINDS)[number]

/** What one kind of test came to. */
export interface KindResult {
  kind: Kind
  passed: number
  /** The name of each that failed, and below it how: see `failure`. */
  failed: string[]
  /** The name of each skipped test, with its reason where one was given. */
  skipped: string[]
  /** The name of each that passed only when it was tried again, and below it how it failed at first. It counts as passed. */
  unsteady: string[]
  ms: number
}

export function emptyResult(kind: Kind): KindResult {
  return { kind, passed: 0, failed: [], skipped: [], unsteady: [], ms: 0 }
}

/** A kind that could not run at all counts as one failure: nothing was tested is not the same as nothing is wrong. */
export function couldNotRun(kind: Kind): KindResult {
  return { ...emptyResult(kind), failed: [`the ${kind} tests could not run`] }
}

/** What one run of a test program came to, kind by kind. An error outside any test fails the run without failing a test. */
export function resultsOfRun(
  kinds: Kind[],
  exitCode: number | null,
  resultOf: (kind: Kind) => KindResult,
): KindResult[] {
  const results = kinds.map(resultOf)
  const [first] = results
  if (exitCode !== 0 && first && results.every((result) => result.failed.length === 0))
    first.failed.push('an error outside any test')
  return results
}

const MOST_LINES = 15

/** A test that failed, with the beginning of what its runner said of it: a log that is cut short still tells why. */
export function failure(name: string, message = ''): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [name, ...lines.slice(0, MOST_LINES).map((line) => `      ${line}`)].join('\n')
}

/**
 * A browser on a busy machine loses a race now and then, which says nothing of the product. Where that happens often, something
 * is wrong with the tests or with what they look at.
 */
const MOST_UNSTEADY = 3

/** Has a kind fail in which too many tests passed only at the second try. */
export function boundUnsteady(result: KindResult): KindResult {
  const { kind, unsteady, failed } = result
  if (unsteady.length <= MOST_UNSTEADY) return result
  const said = `${unsteady.length} ${kind} tests passed only at the second try; ${MOST_UNSTEADY} may`
  return { ...result, failed: [...failed, said] }
}
