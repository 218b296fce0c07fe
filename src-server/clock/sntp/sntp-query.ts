import type { Random } from '../../ids/random.ts'
import { ntpRequest, readNtpReply, type NtpRefusal, type NtpReply } from './ntp-packet.ts'

/** One exchange of datagrams with a server, on a port of its own. */
export interface DatagramExchange {
  /**
   * Sends and waits for answers from exactly that address and port.
   * @param onSent called when the datagram leaves
   * @param accept looks at each answer; true ends the wait
   * @returns the address that the answer came from, `address#port`; undefined when none was accepted in time
   */
  (
    server: NtpServer,
    request: Uint8Array,
    onSent: () => void,
    accept: (answer: Uint8Array) => boolean,
    timeoutMs: number,
  ): Promise<string | undefined>
}

export interface NtpServer {
  readonly host: string
  readonly port: number
}

export interface SntpSample {
  /** True time minus business time, in ms. */
  readonly offsetMs: number
  /** There and back, without the server's own time, in ms. */
  readonly delayMs: number
  /** Half of what is unknown: the offset is right to ± this many ms. */
  readonly errorMs: number
  readonly stratum: number
  /** Who answered, `address#port`: names that lead to the same server are one source. */
  readonly address: string
}

export type SntpFailure = NtpRefusal | { readonly refused: 'silent' | 'unreachable' }

/** A host with an optional port: `pool.ntp.org`, `127.0.0.1:1123`, `[::1]:1123`. */
export function parseNtpServer(text: string): NtpServer {
  const match = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text)
  if (match === null) return { host: text, port: 123 }
  return { host: match[1] ?? match[2] ?? text, port: Number(match[3] ?? 123) }
}

const TIMEOUT_MS = 1500
/** An exchange that took longer says too little to be used, in ms. */
const MOST_DELAY_MS = 1000
/** RFC 5905, MAXDIST: an answer that is less certain than this vouches for nothing, in ms. */
const MOST_ERROR_MS = 1000
/** A server cannot have held a request for longer than the whole exchange took, but for two clocks' graininess, in ms. */
const GRAIN_MS = 1

/**
 * Asks one server for the time. RFC 5905: θ = ((T2 − T1) + (T3 − T4)) / 2, δ = (T4 − T1) − (T3 − T2); the error is
 * δ/2 + root delay/2 + root dispersion.
 * @param now business time in ms, by which T1 and T4 are taken
 */
export async function querySntp(
  server: NtpServer,
  exchange: DatagramExchange,
  now: () => number,
  random: Random,
): Promise<SntpSample | SntpFailure> {
  const cookie = random.bytes(8)
  let t1 = now()
  const heard: { outcome: Measurement | SntpFailure } = { outcome: { refused: 'silent' } }
  const accept = (answer: Uint8Array): boolean => {
    const t4 = now()
    const reply = readNtpReply(answer, cookie, t4)
    // Somebody else's datagram must not end the wait for the right one.
    if ('refused' in reply && (reply.refused === 'not_ours' || reply.refused === 'short')) return false
    heard.outcome = 'refused' in reply ? reply : sampleOf(reply, t1, t4)
    return true
  }
  try {
    const address = await exchange(server, ntpRequest(cookie), () => (t1 = now()), accept, TIMEOUT_MS)
    if ('refused' in heard.outcome) return heard.outcome
    return address === undefined ? { refused: 'silent' } : { ...heard.outcome, address }
  } catch {
    return { refused: 'unreachable' }
  }
}

type Measurement = Omit<SntpSample, 'address'>

function sampleOf(reply: NtpReply, t1: number, t4: number): Measurement | SntpFailure {
  const delayMs = t4 - t1 - (reply.sentAt - reply.receivedAt)
  // Also what comes of business time that is set anew between T1 and T4.
  if (delayMs > MOST_DELAY_MS || delayMs < -GRAIN_MS) return { refused: 'implausible' }
  const offsetMs = (reply.receivedAt - t1 + (reply.sentAt - t4)) / 2
  const errorMs = Math.max(delayMs, GRAIN_MS) / 2 + reply.rootDelayMs / 2 + reply.rootDispersionMs
  if (errorMs > MOST_ERROR_MS) return { refused: 'implausible' }
  return { offsetMs, delayMs: Math.max(0, delayMs), errorMs, stratum: reply.stratum }
}
