import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../tools/places.ts'
import { mustRun, runCommand } from '../../../tools/terminal/command.ts'
import { npmCommand } from '../../../tools/terminal/npm.ts'
import { Caller } from '../../support/caller.ts'
import { copyOf, execWords, readContainerfile, type Instruction, type Stage } from '../../support/containerfile.ts'
import { freePort } from '../../support/free-port.ts'
import { HeadlessServer } from '../../support/headless-server.ts'
import { needs } from '../../support/needs.ts'

const stages = readContainerfile(readFileSync(join(projectRoot, 'deploy/container/Containerfile'), 'utf8'))
const last = stages.at(-1)
const of = (stage: Stage | undefined, name: string) => stage?.instructions.filter((one) => one.name === name) ?? []

describe('the Containerfile', () => {
  it('begins with an official Node image twice, and runs as nobody in particular', () => {
    expect(stages.map(({ image }) => image)).toEqual(Array(2).fill('docker.io/library/node:24-bookworm-slim'))
    expect(of(last, 'USER')).toEqual([{ name: 'USER', text: 'node' }])
    expect(of(last, 'STOPSIGNAL')).toEqual([{ name: 'STOPSIGNAL', text: 'SIGTERM' }])
  })

  it('copies nothing that is not there', () => {
    const copies = stages.flatMap((stage) => of(stage, 'COPY')).map(copyOf)
    const ofProject = copies.filter(({ from }) => from === undefined).flatMap(({ sources }) => sources)
    expect(ofProject.length).toBeGreaterThan(8)
    expect(ofProject.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([])
    const named = new Set(stages.map(({ name }) => name))
    expect(copies.filter(({ from }) => !named.has(from) && from !== undefined)).toEqual([])
  })

  it('has no step that a shell would read', () => {
    for (const stage of stages)
      for (const name of ['RUN', 'ENTRYPOINT']) for (const one of of(stage, name)) execWords(one)
    expect(of(last, 'HEALTHCHECK')[0]?.text).toMatch(/CMD \["/)
  })
})

/**
 * The Containerfile's steps taken by hand, each stage in a folder of its own. No container engine is asked: this says that
 * the steps make a server that starts, and nothing of the image itself. Instead of `npm ci` the packages that are
 * installed here are used.
 */
class ByHand {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  rootOf(stage: Stage): string {
    return join(this.#folder, stage.name ?? 'image')
  }

  async take(stage: Stage): Promise<void> {
    const root = this.rootOf(stage)
    let place = root
    for (const instruction of stage.instructions) {
      if (instruction.name === 'WORKDIR') mkdirSync((place = join(root, instruction.text)), { recursive: true })
      if (instruction.name === 'COPY') this.#copy(instruction, root, place)
      if (instruction.name === 'RUN') await this.#run(execWords(instruction), root, place)
    }
  }

  #copy(instruction: Instruction, root: string, place: string): void {
    const { from, sources, target } = copyOf(instruction)
    const origin = from === undefined ? projectRoot : join(this.#folder, from)
    const goal = isAbsolute(target) ? join(root, target) : resolve(place, target)
    for (const source of sources) {
      const file = join(origin, source)
      // Of a folder its content is copied; a file goes into a folder, or by another name.
      const into = !statSync(file).isDirectory() && (target.endsWith('/') || sources.length > 1)
      cpSync(file, into ? join(goal, basename(source)) : goal, { recursive: true })
    }
  }

  async #run(words: readonly string[], root: string, place: string): Promise<void> {
    const [program = '', ...args] = words
    if (words.join(' ') === 'npm ci') symlinkSync(join(projectRoot, 'node_modules'), join(place, 'node_modules'))
    else if (program === 'npm') {
      const npm = npmCommand(args)
      // The test runner's own NODE_ENV would have pages for tests made of it.
      await mustRun(npm.command, npm.args, { cwd: place, env: { NODE_ENV: undefined } })
    } else if (program === 'install') {
      // Whose it is takes a user that the image has.
      const rest = args.filter((word) => !/^--(owner|group)=node$/.test(word))
      await mustRun('install', [...rest.slice(0, -1), join(root, rest.at(-1) ?? '')])
    } else throw new Error(`nobody has said how ${program} is run by hand`)
  }
}

const obstacle = process.platform === 'linux' ? undefined : `the steps are Linux's, this is ${process.platform}`

describe('the Containerfile’s steps, taken by hand', { timeout: 300_000 }, () => {
  let folder: string
  const hand = () => new ByHand(folder)
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-container-'))
    if (obstacle === undefined) for (const stage of stages) await hand().take(stage)
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('make a server that starts by the entry point, and that the health check finds ready', async (context) => {
    needs(context, obstacle)
    if (last === undefined) throw new Error('there is no stage')
    const root = hand().rootOf(last)
    const inside = (path: string) => join(root, path)
    const set = of(last, 'ENV').flatMap(({ text }) =>
      text.split(/\s+/).map((pair) => pair.split('=') as [string, string]),
    )
    const volume = of(last, 'VOLUME')[0]?.text ?? ''
    const env = Object.fromEntries(set.map(([name, value]) => [name, value.startsWith('/') ? inside(value) : value]))
    for (const name of ['KERBSIDE_DATA_DIR', 'KERBSIDE_AUDIT_DIR']) expect(env[name]).toMatch(inside(`${volume}/`))
    const ports = { KERBSIDE_PORT: String(await freePort()), KERBSIDE_STAFF_PORT: String(await freePort()) }
    const [entry = ''] = of(last, 'ENTRYPOINT').flatMap(execWords)
    const server = new HeadlessServer({ ...env, ...ports, KERBSIDE_DEMO: '1' }, [process.execPath, inside(entry)])
    try {
      const ready = await server.ready()
      expect((await new Caller(ready['staff_url'] ?? '').get('/readyz')).status).toBe(200)
      const health = of(last, 'HEALTHCHECK')[0]?.text.replace(/^.*?CMD /, '') ?? ''
      const [check = ''] = execWords({ name: 'HEALTHCHECK', text: health })
      const asked = await runCommand(process.execPath, [inside(check)], { env: ports })
      expect([asked.code, asked.stdout]).toEqual([0, expect.stringContaining('"status"')])
      expect((await server.stop('SIGTERM')).code).toBe(0)
      expect((await runCommand(process.execPath, [inside(check)], { env: ports })).code).toBe(1)
    } finally {
      server.kill()
    }
  })
})
