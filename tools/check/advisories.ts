import * as v from 'valibot'
import { runCommand, type CommandResult } from '../terminal/command.ts'
import { npmCommand } from '../terminal/npm.ts'

/** What the registry knows against what is shipped, or why it could not be asked. */
export type AdvisoryVerdict = { readonly problems: readonly string[] } | { readonly skipped: string }

const Audit = v.object({
  vulnerabilities: v.record(
    v.string(),
    v.object({ severity: v.picklist(['info', 'low', 'moderate', 'high', 'critical']), range: v.string() }),
  ),
})
const Refusal = v.object({ message: v.string() })
const SERIOUS = new Set(['high', 'critical'])

/** Asks the registry for advisories about what is shipped. Where it has none to give, that is said, and nothing is claimed. */
export async function checkAdvisories(): Promise<AdvisoryVerdict> {
  const { command, args } = npmCommand(['audit', '--json', '--omit=dev', '--fetch-retries=0', '--fetch-timeout=15000'])
  return verdictOf(await runCommand(command, args, { timeoutMs: 60_000 }))
}

export function verdictOf({ stdout, cutShort }: Pick<CommandResult, 'stdout' | 'cutShort'>): AdvisoryVerdict {
  const said = jsonOf(stdout)
  const audit = v.safeParse(Audit, said)
  if (audit.success) {
    const serious = Object.entries(audit.output.vulnerabilities).filter(([, { severity }]) => SERIOUS.has(severity))
    return { problems: serious.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`) }
  }
  const refusal = v.safeParse(Refusal, said)
  const why = refusal.success ? refusal.output.message.replace(/ - .*/, '') : (cutShort ?? 'no answer')
  return { skipped: `the registry gives no advisories here: ${why}` }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
