import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import type { Lockfile } from '../lockfile/platform-packages.ts'
import { projectRoot } from '../places.ts'
import { runCommand } from '../terminal/command.ts'
import { npmCommand } from '../terminal/npm.ts'

const Bom = v.looseObject({
  bomFormat: v.literal('CycloneDX'),
  metadata: v.looseObject({ component: v.looseObject({ version: v.string(), 'bom-ref': v.string() }) }),
  components: v.array(v.looseObject({ name: v.string(), version: v.string() })),
  dependencies: v.array(v.looseObject({ ref: v.string(), dependsOn: v.array(v.string()) })),
})
export type Bom = v.InferOutput<typeof Bom>

/**
 * What is in the package, as CycloneDX: the production dependencies of the lockfile with their digests and licences, and
 * the runtime around them. Tools and tests are not in the package, and not in the list.
 * @param electron the version of the runtime, where the package brings it
 */
export async function makeSbom(electron?: string): Promise<Bom> {
  // All of the lockfile: with `--omit=dev` npm also leaves out what a tool has another version of, such as ws.
  const { command, args } = npmCommand(['sbom', '--sbom-format=cyclonedx', '--package-lock-only'])
  const { stdout, output, cutShort } = await runCommand(command, args, { timeoutMs: 120_000 })
  let bom: Bom
  try {
    bom = v.parse(Bom, JSON.parse(stdout))
  } catch (cause) {
    throw new Error(`npm made no list of what is in the package: ${cutShort ?? output.slice(0, 400)}`, { cause })
  }
  const { component } = bom.metadata
  const shipped = shippedRefs()
  const isShipped = ({ name, version }: { name: string; version: string }) => shipped.has(`${name}@${version}`)
  const own = { ...component, 'bom-ref': `kerbside@${component.version}`, name: 'kerbside', purl: undefined }
  return {
    ...bom,
    metadata: { ...bom.metadata, component: own },
    components: [...bom.components.filter(isShipped), ...(electron === undefined ? [] : [runtime(electron)])],
    dependencies: bom.dependencies
      .filter(({ ref }) => ref === component['bom-ref'] || shipped.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => shipped.has(one)) })),
  }
}

/** What the lockfile counts among the production dependencies, as `name@version`. */
function shippedRefs(): ReadonlySet<string> {
  const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as Lockfile
  const entries = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true,
  )
  return new Set(entries.map(([path, { version = '' }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`))
}

function runtime(version: string): Bom['components'][number] {
  const ref = `electron@${version}`
  return { 'bom-ref': ref, type: 'framework', name: 'electron', version, purl: `pkg:npm/${ref}` }
}

export async function writeSbom(file: string, electron?: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(await makeSbom(electron), undefined, 2)}\n`)
}
