import { readFileSync } from 'node:fs'

/** SCHED_FIFO and SCHED_RR of sched(7). */
const REAL_TIME_POLICIES = [1, 2]
/** Which field of `/proc/self/stat` is the policy, counted from the one behind the program's name (proc_pid_stat(5): the 41st). */
const POLICY_FIELD = 38

/**
 * Says so where this runs by a real-time policy (`chrt`) and Linux takes the processor from such programs for a part of each
 * second: a server that is busy all the time would then stand still for 50 ms in the middle of a commit or a tick.
 */
export function warnOfThrottling(): void {
  let throttled: boolean
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    throttled =
      REAL_TIME_POLICIES.includes(Number(fields[POLICY_FIELD])) &&
      Number(readFileSync('/proc/sys/kernel/sched_rt_runtime_us', 'utf8')) !== -1
  } catch {
    return
  }
  if (!throttled) return
  console.error(
    'Linux stops busy real-time programs for a part of each second, and they will be late by that. Before measuring:',
  )
  console.error('  sysctl kernel.sched_rt_runtime_us=-1    (its usual value is 950000)')
}
