/** This machine's time with fractions, in ms since the Unix epoch: what the servers' boundaries are held against. */
export function wallMs(): number {
  return performance.timeOrigin + performance.now()
}
