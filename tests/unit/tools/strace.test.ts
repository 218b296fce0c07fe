import { expect, it } from 'vitest'
import { callsIn } from '../../faults/strace.ts'

it('reads a trace: calls that another thread interrupts have their file and their outcome', () => {
  const trace = [
    '7 fsync(21</data/kerbside.sqlite-wal>) = 0',
    '7 fdatasync(21</data/kerbside.sqlite-wal> <unfinished ...>',
    '9 fsync(30</data/audit/head.json>) = 0',
    '7 <... fdatasync resumed>)           = -1 EIO (Input/output error) (INJECTED)',
    '9 fsync(31</data>)   = -1 ENOSPC (No space left on device)',
    '7 +++ exited with 0 +++',
  ].join('\n')
  expect(callsIn(trace)).toEqual([
    { path: '/data/kerbside.sqlite-wal', failed: false, injected: false },
    { path: '/data/audit/head.json', failed: false, injected: false },
    { path: '/data/kerbside.sqlite-wal', failed: true, injected: true },
    { path: '/data', failed: true, injected: false },
  ])
})
