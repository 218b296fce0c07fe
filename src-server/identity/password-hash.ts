import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from '../ids/random.ts'

/** scrypt cost: 2^15 blocks of 8, 32 MiB a try (OWASP password storage, scrypt). */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const
const MEMORY = 64 * 1024 * 1024
const KEY_BYTES = 32

function derive(password: string, salt: Uint8Array, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MEMORY }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/** A password as it is kept: `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string, random: Random): Promise<string> {
  const salt = random.bytes(16)
  const key = await derive(password, salt, COST)
  const encoded = [Buffer.from(salt), key].map((bytes) => bytes.toString('base64url'))
  return ['scrypt', COST.N, COST.r, COST.p, ...encoded].join('$')
}

/** Whether the password is the one that was hashed. A text that is no such hash matches nothing. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = hash.split('$')
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false
  const expected = Buffer.from(key, 'base64url')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  // Costs that scrypt does not take make no hash of ours.
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost).catch(() => Buffer.alloc(0))
  return given.length > 0 && expected.length === given.length && timingSafeEqual(expected, given)
}
