import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { PortInUseError, Settings } from '../../src-server/index.ts'

type PortSetting = PortInUseError['setting']
type Ports = Pick<Settings, 'port' | 'staffPort'>

const Port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))
/** `instead_of`: what the setting said when it was chosen. A setting that says something else since has the last word. */
const Kept = v.object({ instead_of: Port, port: Port })
const KeptPortsFile = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    format: v.literal(1),
    ports: v.object({ KERBSIDE_PORT: v.optional(Kept), KERBSIDE_STAFF_PORT: v.optional(Kept) }),
  }),
)
export type KeptPorts = v.InferOutput<typeof KeptPortsFile>['ports']

const fields = { KERBSIDE_PORT: 'port', KERBSIDE_STAFF_PORT: 'staffPort' } as const satisfies Record<
  PortSetting,
  keyof Ports
>
const portSettings = Object.keys(fields) as PortSetting[]

/** The same settings with another port in place of one. */
export function withPort(settings: Settings, setting: PortSetting, port: number): Settings {
  return { ...settings, [fields[setting]]: port }
}

/** The settings with the ports that were chosen in place of theirs. */
export function withKeptPorts(settings: Settings, kept: KeptPorts): Settings {
  return portSettings.reduce((those, setting) => {
    const one = kept[setting]
    return one?.instead_of === settings[fields[setting]] ? withPort(those, setting, one.port) : those
  }, settings)
}

/** What is to be kept of a start. @param asked as the settings say it @param used the ports that it has in their place */
export function portsToKeep(asked: Ports, used: Ports): KeptPorts {
  const differing = portSettings.filter((setting) => asked[fields[setting]] !== used[fields[setting]])
  return Object.fromEntries(
    differing.map((setting) => [setting, { instead_of: asked[fields[setting]], port: used[fields[setting]] }]),
  )
}

/** The ports that were chosen on this machine; none where nothing usable was kept. */
export function readKeptPorts(file: string): KeptPorts {
  try {
    const parsed = v.safeParse(KeptPortsFile, readFileSync(file, 'utf8'))
    return parsed.success ? parsed.output.ports : {}
  } catch {
    return {}
  }
}

/** @throws Error where the folder cannot be written to */
export function writeKeptPorts(file: string, ports: KeptPorts): void {
  const draft = `${file}.new`
  writeFileSync(draft, JSON.stringify({ format: 1, ports }), { flush: true })
  renameSync(draft, file)
}
