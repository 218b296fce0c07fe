import { createPrivateKey, X509Certificate } from 'node:crypto'
import { parseCertificateDate } from '../../src-shared/format/certificate-date.ts'

const DAY = 86_400_000

/** A server's certificate with its key, both PEM; the chain after it, where it has one, in the same text. */
export interface ServerCertificate {
  readonly cert: string
  readonly key: string
}

/** What a certificate says, read once. */
export interface CertificateFacts {
  readonly leaf: X509Certificate
  /** Business time in ms from which on nobody takes it any more. */
  readonly endsAt: number
}

/** @throws Error when it is no certificate, no key, or when the two do not belong together */
export function readCertificate({ cert, key }: ServerCertificate): CertificateFacts {
  const leaf = new X509Certificate(cert)
  if (!leaf.checkPrivateKey(createPrivateKey(key))) throw new Error('the key is another certificate’s')
  return { leaf, endsAt: parseCertificateDate(leaf.validTo) }
}

/** Whether a certificate is good for a host: a name, an IPv4 address, or an IPv6 one in brackets. */
export function isGoodFor(leaf: X509Certificate, host: string): boolean {
  return isAddress(host) ? leaf.checkIP(bare(host)) !== undefined : leaf.checkHost(host) !== undefined
}

export function isAddress(host: string): boolean {
  return host.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(host)
}

/** An address without brackets. */
export function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}

/** A certificate is made anew when no more than this is left of it. */
export const RENEW_BEFORE_MS = 30 * DAY

/** Whether another certificate is due. @param now business time in ms */
export function isDue({ leaf, endsAt }: CertificateFacts, hosts: Iterable<string>, now: number): boolean {
  if (now >= endsAt - RENEW_BEFORE_MS || now < parseCertificateDate(leaf.validFrom)) return true
  for (const host of hosts) if (!isGoodFor(leaf, host)) return true
  return false
}
