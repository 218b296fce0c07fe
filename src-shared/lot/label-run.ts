/** As many as can be added at once. */
const MOST = 200

/**
 * The labels of a run: `A01` to `A20` is twenty. Both must be alike but for the number at their end, which keeps the
 * first one's leading noughts. One label alone is a run of one. Undefined where there is no such run.
 */
export function labelRun(from: string, to: string): readonly string[] | undefined {
  const first = from.trim()
  const last = to.trim()
  if (first === '') return undefined
  if (last === '' || last === first) return [first]
  const [, head, low] = /^(.*?)(\d+)$/.exec(first) ?? []
  const [, otherHead, high] = /^(.*?)(\d+)$/.exec(last) ?? []
  if (head === undefined || low === undefined || high === undefined || head !== otherHead) return undefined
  const count = Number(high) - Number(low) + 1
  if (count < 1 || count > MOST) return undefined
  return Array.from({ length: count }, (_, index) => head + String(Number(low) + index).padStart(low.length, '0'))
}
