import { parseArgs } from 'node:util'

/** What `npm run dev` was asked for. */
export interface DevOptions {
  /** No desktop window, also where there could be one: the server alone, with the console as a web page. */
  readonly headless: boolean
  /** Whether the window has Chromium's sandbox, as it always has in the product. */
  readonly sandbox: boolean
  /** The demo's chance; undefined leaves it to chance itself. */
  readonly seed: string | undefined
  /** Begin with an empty data folder. */
  readonly fresh: boolean
}

export const usage = `npm run dev -- [--headless] [--seed <number>] [--fresh] [--no-sandbox]
  --headless       no desktop window: the console is a web page
  --seed <number>  a demo history that is the same each time
  --fresh          throws away what the last run left in its data folder
  --no-sandbox     a window without Chromium's sandbox, for containers in which one is root`

/** @throws Error that says what is wrong with the words */
export function readOptions(words: readonly string[]): DevOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      headless: { type: 'boolean' },
      seed: { type: 'string' },
      fresh: { type: 'boolean' },
      'no-sandbox': { type: 'boolean' },
    },
  })
  // An empty one would be taken for none.
  if (values.seed !== undefined && !/^\d+$/.test(values.seed)) throw new Error('--seed takes a whole number')
  return {
    headless: values.headless === true,
    sandbox: values['no-sandbox'] !== true,
    seed: values.seed,
    fresh: values.fresh === true,
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The settings that the server is started with: a demo site in a folder of its own, on this machine only, at which anybody
 * may use the kiosk. What the environment says goes before.
 * @param cache the folder that holds what development leaves behind
 */
export function devEnvironment(env: Environment, { seed }: DevOptions, cache: string): Record<string, string> {
  const ours = {
    KERBSIDE_DEMO: '1',
    KERBSIDE_KIOSK_ACCESS: 'open',
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_DATA_DIR: `${cache}/${seed === undefined ? 'data' : `data-of-seed-${seed}`}`,
    ...(seed === undefined ? {} : { KERBSIDE_DEMO_SEED: seed }),
  }
  const said = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return { ...ours, ...Object.fromEntries(said), ...(seed === undefined ? {} : { KERBSIDE_DEMO_SEED: seed }) }
}
