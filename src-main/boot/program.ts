import { existsSync, readFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'

/** A CommonJS program that was loaded from its file, and what V8 made of it. */
export interface LoadedProgram<Exports> {
  readonly exports: Exports
  /**
   * `used` when the code that lay beside the program was taken over, `refused` when V8 would not have it (it is another runtime's),
   * `none` when there is none, as in a development tree.
   */
  readonly compiledAhead: 'used' | 'refused' | 'none'
  /** What V8 has compiled of it by now, for the file beside the program. */
  compiled(): Buffer
}

/**
 * The file beside a program that holds what V8 made of it. It serves one kind of machine: what another one compiled is not even looked at.
 * @param file the program's absolute path
 */
export function compiledFile(file: string): string {
  return `${file}.${process.platform}-${process.arch}.compiled`
}

/**
 * Loads a program as `require` would, but with the code that V8 compiled of it when it was packaged, where that lies beside it.
 *
 * V8 checks that such code was made by itself, with the same flags, from a source of the same length; nothing checks it against
 * the source's content. So it lies in the same archive, which the archive's integrity check covers, and never in a folder that users can write.
 * @param file the program's absolute path
 */
export function loadProgram<Exports>(file: string): LoadedProgram<Exports> {
  const ahead = compiledFile(file)
  const cachedData = existsSync(ahead) ? readFileSync(ahead) : undefined
  // The line break ends a comment on the program's last line.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`
  const script = new Script(source, { filename: file, cachedData })
  const require = createRequire(file)
  const module = new Module(file)
  // Parts that the program loads later share what is in it: they must find this one and load no second.
  require.cache[file] = module
  const run = script.runInThisContext() as (...names: readonly unknown[]) => void
  run.call(module.exports, module.exports, require, module, file, dirname(file))
  module.loaded = true
  return {
    exports: module.exports as Exports,
    compiledAhead: cachedData === undefined ? 'none' : script.cachedDataRejected === true ? 'refused' : 'used',
    compiled: () => script.createCachedData(),
  }
}
