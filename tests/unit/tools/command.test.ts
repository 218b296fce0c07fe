import { describe, expect, it } from 'vitest'

import { mustRun, runCommand } from '../../../tools/terminal/command.ts'
import { needs } from '../../support/needs.ts'

const node = (script: string): [string, string[]] => [process.execPath, ['-e', script]]

describe('running a program', () => {
  it('gives its exit code and what it printed on both streams', async () => {
    const result = await runCommand(...node('console.log("out"); console.error("err"); process.exit(3)'))
    expect(result).toMatchObject({ code: 3, stdout: 'out\n' })
    expect(result.output).toContain('err')
  })

  it('ends one that shows no sign of life', async () => {
    const result = await runCommand(...node('setTimeout(() => {}, 60_000)'), { stallMs: 300 })
    expect(result.code).toBeNull()
    expect(result.cutShort).toMatch(/^no progress/)
  })

  it('ends with it what it started', async (test) => {
    needs(test, process.platform === 'win32' ? 'Windows knows no groups of processes' : undefined)
    // The grandchild holds the output open, so the run is over only when that one is gone too.
    const started =
      'require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "inherit" })'
    const result = await runCommand(...node(`${started}; setTimeout(() => {}, 60_000)`), { timeoutMs: 1_500 })
    expect(result.cutShort).toBe('not done after 2 s')
  })

  it('lets one go on that prints nothing but gets on', async () => {
    let bytes = 0
    const progress = () => (bytes += 1)
    const result = await runCommand(...node('setTimeout(() => {}, 1_500)'), { stallMs: 900, progress })
    expect(result.code).toBe(0)
  })

  it('says why a program did not start', async () => {
    const result = await runCommand('no-such-program-anywhere', [])
    expect(result.cutShort).toContain('ENOENT')
  })

  it('carries the end of the output in the error, where a failure is one', async () => {
    await expect(mustRun(...node('console.error("the disk is full"); process.exit(1)'))).rejects.toThrow(
      'the disk is full',
    )
  })
})
