import { createCipheriv, createDecipheriv, scrypt, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { appendFile, open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import * as v from 'valibot'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import type { Random } from '../ids/random.ts'

/**
 * An encrypted copy: a first line that says what it is, a line of JSON that says how it was encrypted, the bytes, and 16
 * bytes that vouch for all of it, both lines included (AES-256-GCM, NIST SP 800-38D; the key by scrypt, RFC 7914).
 */
const FIRST_LINE = 'KERBSIDE BACKUP\n'
const HEADER_LIMIT = 1024
const TAG_BYTES = 16
const NONCE_BYTES = 12
/** 128 MiB a try (OWASP password storage, scrypt): it guards a file that somebody may carry off. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const

const Header = v.object({
  version: v.literal(1),
  cipher: v.literal('aes-256-gcm'),
  kdf: v.literal('scrypt'),
  // What a file asks for is done only within these bounds: a made-up header would take all the memory there is.
  N: v.picklist([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18]),
  r: v.literal(8),
  p: v.literal(1),
  salt: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  nonce: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
  /** Tells a wrong passphrase from a damaged file. */
  check: v.pipe(v.string(), v.regex(/^[\w-]{11}$/)),
})
type Header = v.InferOutput<typeof Header>

export type OpeningFailure = 'wrong_passphrase' | 'damaged' | 'newer'

/** A file that cannot be opened by this passphrase, or at all. */
export class SealedFileError extends Error {
  readonly failure: OpeningFailure
  constructor(failure: OpeningFailure) {
    super(failure)
    this.name = 'SealedFileError'
    this.failure = failure
  }
}

interface Keys {
  readonly key: Buffer
  readonly check: Buffer
}

function deriveKeys(passphrase: string, salt: Uint8Array, { N, r, p }: { N: number; r: number; p: number }) {
  return new Promise<Keys>((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 40, { N, r, p, maxmem: 256 * N * r }, (error, bytes) =>
      error === null ? resolve({ key: bytes.subarray(0, 32), check: bytes.subarray(32) }) : reject(error),
    )
  })
}

/** Encrypts a file, piece by piece. The target is there only when all of it is. */
export async function sealFile(source: string, target: string, passphrase: string, random: Random): Promise<void> {
  const salt = Buffer.from(random.bytes(16))
  const nonce = Buffer.from(random.bytes(NONCE_BYTES))
  const { key, check } = await deriveKeys(passphrase, salt, COST)
  const header: Header = {
    version: 1,
    cipher: 'aes-256-gcm',
    kdf: 'scrypt',
    ...COST,
    salt: salt.toString('base64url'),
    nonce: nonce.toString('base64url'),
    check: check.toString('base64url'),
  }
  const lines = Buffer.from(`${FIRST_LINE}${JSON.stringify(header)}\n`)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(lines)
  const draft = `${target}.part`
  try {
    const output = createWriteStream(draft, { mode: 0o600 })
    output.write(lines)
    await pipeline(createReadStream(source), cipher, output)
    await appendFile(draft, cipher.getAuthTag(), { flush: true })
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/**
 * Decrypts a file, piece by piece. What was decrypted is there only when all of it was vouched for.
 * @throws SealedFileError
 */
export async function openSealedFile(source: string, target: string, passphrase: string): Promise<void> {
  const { header, lines, bytes } = await readHeader(source)
  const { key, check } = await deriveKeys(passphrase, Buffer.from(header.salt, 'base64url'), header)
  const told = Buffer.from(header.check, 'base64url')
  if (told.length !== check.length || !timingSafeEqual(told, check)) throw new SealedFileError('wrong_passphrase')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(header.nonce, 'base64url'))
  decipher.setAAD(lines)
  decipher.setAuthTag(await readPart(source, bytes - TAG_BYTES, TAG_BYTES))
  const draft = `${target}.part`
  try {
    const middle = { start: lines.length, end: bytes - TAG_BYTES - 1 }
    await pipeline(createReadStream(source, middle), decipher, createWriteStream(draft, { mode: 0o600 }))
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    // The only thing that OpenSSL says of bytes that are not what was written.
    if (error instanceof Error && /unable to authenticate/i.test(error.message)) throw new SealedFileError('damaged')
    throw error
  }
}

async function readHeader(file: string): Promise<{ header: Header; lines: Buffer; bytes: number }> {
  const start = await readPart(file, 0, HEADER_LIMIT)
  const end = start.indexOf('\n', FIRST_LINE.length)
  if (start.subarray(0, FIRST_LINE.length).toString() !== FIRST_LINE || end < 0) throw new SealedFileError('damaged')
  const text = start.subarray(FIRST_LINE.length, end).toString()
  const lines = start.subarray(0, end + 1)
  const handle = await open(file)
  let bytes: number
  try {
    bytes = (await handle.stat()).size
  } finally {
    await handle.close()
  }
  const version = parseJson(v.object({ version: v.number() }), text)?.version
  if (version !== undefined && version > 1) throw new SealedFileError('newer')
  const header = parseJson(Header, text)
  // A store is never shorter than a page.
  if (header === undefined || bytes - lines.length - TAG_BYTES < 1) throw new SealedFileError('damaged')
  return { header, lines, bytes }
}

async function readPart(file: string, at: number, length: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
