import type { LanAddress, Network, NetworkChoice } from '../../src-shared/api/network-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Clock, Timers } from '../clock/clock.ts'
import type { Settings } from '../settings/settings.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import { lanAddresses, withChosenFirst, type Interfaces } from './lan-addresses.ts'
import { NameAnnouncer, type OpenNameNetwork } from './name-announcer.ts'
import { readNetworkSettings, writeNetworkSettings, type NetworkSettings } from './network-settings.ts'

/** How often it is looked whether the network has changed under the name, in seconds. */
const LOOK_SECONDS = 10
const WANTED_NAME = 'kerbside'
const EVERY_ADDRESS = new Set(['0.0.0.0', '::'])

interface Parts {
  readonly settings: Pick<Settings, 'dataDir' | 'host' | 'mdns'>
  readonly clock: Clock
  readonly timers: Timers
  readonly timezone: () => string
  readonly interfaces: () => Interfaces
  readonly openNames: OpenNameNetwork
  /** The kiosk's page under a host, once the server listens. */
  readonly pageOf: (host: string) => string
  readonly warn: (message: string) => void
}

/** How tablets find this computer: the address that they are told, and a name on the local network. */
export class NetworkService {
  readonly #parts: Parts
  #settings: NetworkSettings
  #announcer: { readonly address: string; readonly names: NameAnnouncer } | undefined
  #isStarted = false
  #visit: { readonly at: number; readonly address: string } | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    this.#settings = readNetworkSettings(parts.settings.dataDir)
  }

  /** This machine's addresses on the network, the one that tablets are told first. */
  addresses(): readonly LanAddress[] {
    const { host } = this.#parts.settings
    const all = lanAddresses(this.#parts.interfaces())
    const reached = EVERY_ADDRESS.has(host) ? all : all.filter(({ address }) => address === host)
    return withChosenFirst(reached, this.#settings.chosen)
  }

  /** The name under which this machine is found just now. */
  get name(): string | undefined {
    const names = this.#announcer?.names
    return names?.state === 'announced' ? names.name : undefined
  }

  /** The kiosk's page under that name. */
  get namePage(): string | undefined {
    const name = this.name
    return name === undefined ? undefined : this.#parts.pageOf(name)
  }

  /** Begins to announce the name, where it may be. */
  start(): void {
    this.#isStarted = true
    this.#follow()
  }

  onSecond(second: number): void {
    if (second % LOOK_SECONDS === 0) this.#follow()
  }

  stop(): void {
    this.#isStarted = false
    this.#announcer?.names.stop()
    this.#announcer = undefined
  }

  /** Somebody has opened the kiosk's page. */
  noteVisit(address: string): void {
    this.#visit = { at: this.#parts.clock.now(), address }
  }

  get(): Network {
    const { host } = this.#parts.settings
    const all = lanAddresses(this.#parts.interfaces())
    const [chosen] = this.addresses()
    const { pageOf, timezone } = this.#parts
    return {
      fixed: !EVERY_ADDRESS.has(host),
      addresses: [...all],
      chosen: chosen?.address ?? null,
      by_hand: this.#settings.chosen !== null,
      port: Number(new URL(pageOf('localhost')).port || 80),
      page: chosen !== undefined ? pageOf(chosen.address) : EVERY_ADDRESS.has(host) ? null : pageOf(host),
      name_page: this.namePage ?? null,
      announce: this.#settings.announce,
      name: this.#announcer?.names.name ?? null,
      name_state: this.#nameState(),
      platform: platformNames[process.platform] ?? 'other',
      last_visit: this.#visit === undefined ? null : { ...this.#visit, at: toSiteIso(this.#visit.at, timezone()) },
    }
  }

  change({ address, announce }: NetworkChoice): Network | Refusal {
    const chosen = lanAddresses(this.#parts.interfaces()).find((one) => one.address === address) ?? null
    if (address !== null && chosen === null) {
      const message = 'must be an address of this computer'
      return refuse('invalid_request', message, { errors: [{ path: 'body.address', message }] })
    }
    this.#settings = { chosen, announce }
    writeNetworkSettings(this.#parts.settings.dataDir, this.#settings)
    this.#follow()
    return this.get()
  }

  #nameState(): Network['name_state'] {
    if (!this.#parts.settings.mdns) return 'forbidden'
    if (!this.#settings.announce) return 'off'
    return this.#announcer?.names.state ?? 'alone'
  }

  /** The name goes with the address that tablets are told, and nowhere without one. */
  #follow(): void {
    if (!this.#isStarted) return
    const { settings, timers, openNames: open, warn } = this.#parts
    const address = settings.mdns && this.#settings.announce ? this.addresses()[0]?.address : undefined
    if (address === this.#announcer?.address) return
    this.#announcer?.names.stop()
    this.#announcer = undefined
    if (address === undefined) return
    const onError = (error: Error) => warn(`no name is announced on the network: ${error.message}`)
    this.#announcer = { address, names: new NameAnnouncer({ open, timers, address, wanted: WANTED_NAME, onError }) }
  }
}

const platformNames: Readonly<Partial<Record<NodeJS.Platform, Network['platform']>>> = {
  win32: 'windows',
  darwin: 'macos',
  linux: 'linux',
}
