import { spawnSync } from 'node:child_process'

/**
 * A network of its own with kernel buffers of a few kilobytes. With the usual ones the kernel takes ticks for hours for a
 * client that reads nothing, and nobody would see what a server keeps.
 */
const PREPARE =
  'ip link set lo up && echo 4096 4608 4608 > /proc/sys/net/ipv4/tcp_wmem && echo 4096 4608 4608 > /proc/sys/net/ipv4/tcp_rmem'

const INSIDE = 'BENCH_SMALL_BUFFERS'

export const buffersAreSmall = process.env[INSIDE] !== undefined

/** Runs this program again inside such a network. @returns whether it could */
export function runWithSmallBuffers(args: readonly string[]): boolean {
  const unshare = ['-rn', 'sh', '-c']
  if (spawnSync('unshare', [...unshare, PREPARE]).status !== 0) return false
  const { status } = spawnSync('unshare', [...unshare, `${PREPARE} && exec "$@"`, 'sh', process.execPath, ...args], {
    stdio: 'inherit',
    env: { ...process.env, [INSIDE]: '1' },
  })
  return status === 0
}
