import { announce } from '../events/announcement.ts'
import { keepNotices } from '../notices/keep-notice.ts'
import QRCode from 'qrcode'
import type { Device } from '../../src-shared/api/site-schemas.ts'
import type { ReloadWhen } from '../../src-shared/protocol/kiosk-state.ts'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { IdentityParts } from '../identity/identity-parts.ts'
import { actorOf, type Principal } from '../identity/principal.ts'
import { hashToken } from '../identity/token-hash.ts'
import { newId, newSecret, newSpeakable, normaliseSpeakable } from '../ids/random.ts'
import { deviceWire } from './device-wire.ts'
import type { FindKiosk } from './kiosk-here.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import { ifWritable, type DeviceRow, type Transaction } from '../store/store.ts'

/** A code is good for two minutes and for one tablet. */
const CODE_MS = 2 * 60_000
const CODE_LENGTH = 8
/** How often a paired kiosk's last sign of life is written down. */
const TOUCH_MS = 60_000

/** A page that pairs the tablet by which it is opened. */
interface PairingPage {
  readonly pairing_url: string
  readonly qr_svg: string
}

export interface PairingCode extends PairingPage {
  readonly code: string
  readonly expires_at: string
  /** The same page under the name on the local network. */
  readonly by_name: PairingPage | null
}

/** Where a tablet will open the kiosk page. */
export interface TabletPages {
  readonly byAddress: string
  /** Null while no name is announced. */
  readonly byName: string | null
}

/** The code stands in the fragment, so that it reaches no server's log. */
async function pairingPage(kioskUrl: string, code: string): Promise<PairingPage> {
  const url = `${kioskUrl}#pair=${code}`
  return {
    pairing_url: url,
    qr_svg: await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
  }
}

/** So long whoever made a code may take back what was paired with it. */
const UNDO_MS = 10 * 60_000

/** Managers unpair any kiosk; an attendant one that came in by their own code just now. */
function mayUnpair(by: Principal, { pairedBy, pairedAt }: DeviceRow, at: number): boolean {
  if (by.kind !== 'user') return false
  return by.role !== 'attendant' || (pairedBy === actorOf(by) && at < pairedAt + UNDO_MS)
}

/** Kiosks: paired by a one-time code, known afterwards by a token in a cookie. */
export class DeviceService {
  readonly #parts: IdentityParts
  /** Hashes of tokens that were right since the start: as many as there are kiosks, and those unpaired since. */
  readonly #proven = new Set<string>()
  constructor(parts: IdentityParts) {
    this.#parts = parts
  }

  async newPairingCode(pages: TabletPages, actor: string, deviceName: string | undefined): Promise<PairingCode> {
    const code = newSpeakable(this.#parts.random, CODE_LENGTH)
    const expiresAt = await this.#parts.store.write(async (tx) => {
      const expires = tx.at + CODE_MS
      await tx.forgetEnded(tx.at)
      await tx.insertPairingCode({
        codeHash: hashToken(code),
        deviceName: deviceName ?? null,
        expiresAt: expires,
        madeBy: actor,
      })
      await tx.appendEvent({ at: tx.at, kind: 'device.code_made', subject: 'device', actor, data: {} })
      return expires
    })
    return {
      code,
      expires_at: toSiteIso(expiresAt, this.#parts.site.timezone),
      ...(await pairingPage(pages.byAddress, code)),
      by_name: pages.byName === null ? null : await pairingPage(pages.byName, code),
    }
  }

  /** Pairs a kiosk. @returns its token for the cookie, told once */
  async pair(
    typed: string,
    address: string,
  ): Promise<{ token: string; device: { id: string; name: string } } | Refusal> {
    const guess = { pairByAddress: address, pairByAnybody: 'all' }
    const codeHash = hashToken(normaliseSpeakable(typed))
    const result = await this.#parts.failures.tryOnce(guess, () =>
      this.#parts.store.write((tx) => this.#takeCode(tx, codeHash)),
    )
    if (result === undefined) return refuse('pairing_code_invalid')
    if (isRefusal(result)) return result
    announce(this.#parts.events, result.announcements)
    return { token: result.token, device: result.device }
  }

  async #takeCode(tx: Transaction, codeHash: string) {
    const code = await tx.pairingCode(codeHash)
    if (code === undefined) return undefined
    await tx.takePairingCode(codeHash)
    if (tx.at >= code.expiresAt) return undefined
    const token = newSecret(this.#parts.random)
    const name = code.deviceName ?? `Kiosk ${(await tx.devices()).length + 1}`
    const device = { id: newId(this.#parts.random), name }
    await tx.insertDevice({
      ...device,
      tokenHash: hashToken(token),
      pairedAt: tx.at,
      seenAt: tx.at,
      pairedBy: code.madeBy,
    })
    const seq = await tx.appendEvent({
      at: tx.at,
      kind: 'device.paired',
      subject: device.id,
      actor: code.madeBy,
      data: { name },
    })
    const pairedBy = /^user:(.+)$/.exec(code.madeBy)?.[1]
    const which = { device_id: device.id, ...(pairedBy === undefined ? {} : { paired_by: pairedBy }) }
    return { token, device, announcements: await this.#news(tx, seq, 'paired', name, which) }
  }

  /**
   * Who holds this token. Whoever guesses at tokens is not listened to for a while; kiosks that were known by theirs since
   * the start are, also where they share an address with somebody who guesses.
   * @param address where from, as `addressKey` says it
   */
  async principalOf(token: string, address: string): Promise<Principal> {
    const tokenHash = hashToken(token)
    const guess = { deviceByAddress: address }
    if (!this.#proven.has(tokenHash) && this.#parts.failures.isBlocked(guess)) return { kind: 'nobody' }
    const device = await this.#parts.store.read((queries) => queries.deviceByToken(tokenHash))
    if (device === undefined) {
      this.#proven.delete(tokenHash)
      this.#parts.failures.add(guess, tokenHash)
      return { kind: 'nobody' }
    }
    this.#proven.add(tokenHash)
    if (this.#parts.clock.now() >= (device.seenAt ?? 0) + TOUCH_MS) {
      await ifWritable(this.#parts.store.write((tx) => tx.touchDevice(device.id, tx.at)))
    }
    return { kind: 'device', id: device.id, name: device.name }
  }

  /** @param kioskHere a kiosk that holds a socket now */
  async list(kioskHere: FindKiosk): Promise<Device[]> {
    const rows = await this.#parts.store.read((queries) => queries.devices())
    const time = { timezone: this.#parts.site.timezone, demoAheadMs: this.#parts.clock.demoAheadMs ?? 0 }
    return rows.map((row) => deviceWire(row, kioskHere(row.id), time))
  }

  /** Has a kiosk open its page anew. */
  async askReload(id: string, when: ReloadWhen, by: Principal, kioskHere: FindKiosk): Promise<undefined | Refusal> {
    const rows = await this.#parts.store.read((queries) => queries.devices())
    const device = rows.find((row) => row.id === id)
    if (device === undefined) return refuse('not_found')
    if (kioskHere(id) === undefined) return refuse('invalid_state', 'the kiosk is not connected')
    await this.#askReloads([device], when, by)
    return undefined
  }

  /** The same for all that hold a socket. @returns how many they are */
  async askReloadOfAll(when: ReloadWhen, by: Principal, kioskHere: FindKiosk): Promise<number> {
    const rows = await this.#parts.store.read((queries) => queries.devices())
    const here = rows.filter(({ id }) => kioskHere(id) !== undefined)
    await this.#askReloads(here, when, by)
    return here.length
  }

  async #askReloads(devices: readonly DeviceRow[], when: ReloadWhen, by: Principal): Promise<void> {
    if (devices.length === 0) return
    const told = await this.#parts.store.write(async (tx) => {
      const news: Notification[] = []
      const at = toSiteIso(tx.at, this.#parts.site.timezone)
      for (const { id, name } of devices) {
        const data = { name, when }
        const event = { at: tx.at, kind: 'device.reload_asked' as const, subject: id, actor: actorOf(by), data }
        news.push({ type: 'kiosk_state', seq: await tx.appendEvent(event), at, device_id: id })
      }
      return news
    })
    for (const { id: deviceId } of devices) this.#parts.events.publish('reload', { deviceId, when })
    for (const notification of told) this.#parts.events.publish('notification', notification)
  }

  async unpair(id: string, by: Principal): Promise<undefined | Refusal> {
    const done = await this.#parts.store.write(async (tx) => {
      const device = (await tx.devices()).find((candidate) => candidate.id === id)
      if (device === undefined) return undefined
      if (!mayUnpair(by, device, tx.at)) return refuse('forbidden')
      await tx.deleteDevice(id)
      const { name } = device
      const seq = await tx.appendEvent({
        at: tx.at,
        kind: 'device.unpaired',
        subject: id,
        actor: actorOf(by),
        data: { name },
      })
      return this.#news(tx, seq, 'unpaired', name)
    })
    if (done === undefined) return refuse('not_found')
    if (isRefusal(done)) return done
    this.#parts.events.publish('revoked', { deviceId: id })
    announce(this.#parts.events, done)
    return undefined
  }

  async rename(id: string, name: string, by: Principal): Promise<undefined | Refusal> {
    const done = await this.#parts.store.write(async (tx) => {
      const device = (await tx.devices()).find((candidate) => candidate.id === id)
      if (device === undefined) return undefined
      await tx.renameDevice(id, name)
      const data = { before: device.name, after: name }
      const seq = await tx.appendEvent({ at: tx.at, kind: 'device.renamed', subject: id, actor: actorOf(by), data })
      return { seq, at: tx.at }
    })
    if (done === undefined) return refuse('not_found')
    const at = toSiteIso(done.at, this.#parts.site.timezone)
    this.#parts.events.publish('notification', { type: 'site_changed', seq: done.seq, at, area: 'devices' })
    return undefined
  }

  #news(
    tx: Transaction,
    seq: number,
    change: 'paired' | 'unpaired',
    name: string,
    which: { readonly device_id?: string; readonly paired_by?: string } = {},
  ) {
    const at = toSiteIso(tx.at, this.#parts.site.timezone)
    return keepNotices(tx, [{ notification: { type: 'kiosk_changed', seq, at, change, name, ...which } }])
  }
}
