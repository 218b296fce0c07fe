/** A pairing code as people read it to each other: groups of four. `7kq4-m2xp` → `['7KQ4', 'M2XP']`. */
export function codeGroups(code: string): string[] {
  return (
    code
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .match(/.{1,4}/gu) ?? []
  )
}
