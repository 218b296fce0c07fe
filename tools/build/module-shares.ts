import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { projectCache } from '../places.ts'

/** Characters of each bundle's code by whose they are: a package by its name, or ours. */
export type ModuleShares = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What stands for the code of this repository. */
export const OURS = 'Kerbside'

const folder = join(projectCache, 'module-shares')

/** Notes beside a build of whose code its scripts are made, before they are made small. @param name of the build, which its notes have too */
export function noteModuleShares(name: string): Plugin {
  return {
    name: 'module-shares',
    apply: 'build',
    generateBundle(_options, bundle) {
      const shares: Record<string, Record<string, number>> = {}
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const owners = (shares[file.fileName] = {} as Record<string, number>)
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const owner = ownerOf(id)
          owners[owner] = (owners[owner] ?? 0) + renderedLength
        }
      }
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(shares))
    },
  }
}

/** @throws Error when that build was made before it was noted */
export function readModuleShares(name: string): ModuleShares {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as ModuleShares
}

/** The package that a module is of, the innermost one; helpers of the bundler are counted among ours. */
export function ownerOf(id: string): string {
  const [, path] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/')) ?? []
  return path ?? OURS
}
