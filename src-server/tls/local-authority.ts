import 'reflect-metadata'
import { webcrypto, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { certificateDate } from '../../src-shared/format/certificate-date.ts'
import type { Random } from '../ids/random.ts'
import { bare, isAddress, type ServerCertificate } from './certificate.ts'

const DAY = 86_400_000
/** An authority is put on tablets by hand, so it lasts: ten years. */
const AUTHORITY_DAYS = 3650
/** Apple's devices take no server's certificate for longer than 825 days, and public ones none beyond 398. */
const SERVER_DAYS = 397
/** Certificates begin a day early: a tablet's own clock may be behind. */
const EARLY_MS = DAY

const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** An authority of this installation alone, as it is kept: certificate and key, PEM. */
export interface LocalAuthority {
  readonly cert: string
  readonly key: string
}

// Private keys come of the system's own chance: whoever could repeat it had them.
x509.cryptoProvider.set(webcrypto)

/** @param now business time in ms @param machine what tablets list it by */
export async function makeAuthority(machine: string, now: number, random: Random): Promise<LocalAuthority> {
  const keys = await newKeys()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(random),
    name: [{ CN: [`Kerbside on ${machine}`] }, { O: ['Kerbside, this car park only'] }],
    notBefore: certificateDate(now - EARLY_MS),
    notAfter: certificateDate(now + AUTHORITY_DAYS * DAY),
    signingAlgorithm: SIGNATURE,
    keys,
    extensions: [
      // It signs servers, and no other authorities.
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { cert: certificate.toString('pem'), key: await privatePem(keys.privateKey) }
}

/**
 * A certificate for a server, with a new key.
 * @param hosts names and addresses under which it answers @param now business time in ms
 */
export async function signServer(
  authority: LocalAuthority,
  hosts: readonly string[],
  now: number,
  random: Random,
): Promise<ServerCertificate> {
  const issuer = new x509.X509Certificate(authority.cert)
  const keys = await newKeys()
  const notAfter = Math.min(now + SERVER_DAYS * DAY, issuer.notAfter.getTime())
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(random),
    subject: [{ CN: ['Kerbside'] }],
    issuer: issuer.subjectName,
    notBefore: certificateDate(now - EARLY_MS),
    notAfter: certificateDate(notAfter),
    signingAlgorithm: SIGNATURE,
    signingKey: await privateKey(authority.key),
    publicKey: keys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(hosts.map(alternativeName)),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { cert: certificate.toString('pem'), key: await privatePem(keys.privateKey) }
}

/** Whether a server's certificate was signed by the authority. */
export function isSignedBy(server: ServerCertificate, authority: LocalAuthority): boolean {
  return new X509Certificate(server.cert).verify(new X509Certificate(authority.cert).publicKey)
}

function alternativeName(host: string): x509.JsonGeneralName {
  return isAddress(host) ? { type: 'ip', value: bare(host) } : { type: 'dns', value: host }
}

/** 127 random bits, as RFC 5280 (4.1.2.2) has it: positive, and at most 20 bytes. */
function newSerial(random: Random): string {
  const bytes = Buffer.from(random.bytes(16))
  // The first bit says that a number is negative, and a first byte of zero would be left out.
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEYS, true, ['sign', 'verify'])
}

async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key)
  return x509.PemConverter.encode(der, 'PRIVATE KEY')
}

function privateKey(pem: string): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), KEYS, false, ['sign'])
}
