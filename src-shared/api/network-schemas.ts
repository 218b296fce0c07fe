import * as v from 'valibot'
import { Instant } from './fields.ts'

/** An address of this computer on a network. */
export const LanAddress = v.object({
  /** What the system calls the network card, such as `eth0` or `Wi-Fi`. */
  interface: v.string(),
  address: v.string(),
})
export type LanAddress = v.InferOutput<typeof LanAddress>

/**
 * What the name is doing: `off` by the setting, `forbidden` by `KERBSIDE_MDNS`, `alone` where no network reaches this
 * computer, `asking` whether somebody has it, `announced`, or `failed`.
 */
export const NameState = v.picklist(['off', 'forbidden', 'alone', 'asking', 'announced', 'failed'])
export type NameState = v.InferOutput<typeof NameState>

/** How tablets find this computer. */
export const Network = v.object({
  /** Set where `KERBSIDE_HOST` has chosen for everybody. */
  fixed: v.boolean(),
  addresses: v.array(LanAddress),
  /** The address that tablets are told; null where there is no network. */
  chosen: v.nullable(v.string()),
  /** False while the choice is left to Kerbside. */
  by_hand: v.boolean(),
  port: v.number(),
  /** The kiosk's page by address and by name, as tablets open it. */
  page: v.nullable(v.string()),
  name_page: v.nullable(v.string()),
  announce: v.boolean(),
  name: v.nullable(v.string()),
  name_state: NameState,
  platform: v.picklist(['windows', 'macos', 'linux', 'other']),
  /** When the kiosk's page was last opened from elsewhere, and from where; null when it was not since the start. */
  last_visit: v.nullable(v.object({ at: Instant, address: v.string() })),
})
export type Network = v.InferOutput<typeof Network>

export const NetworkChoice = v.strictObject({
  /** One of the addresses; null leaves it to Kerbside. */
  address: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  announce: v.boolean(),
})
export type NetworkChoice = v.InferOutput<typeof NetworkChoice>
