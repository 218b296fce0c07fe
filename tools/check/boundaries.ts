import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IModule, type IViolation } from 'dependency-cruiser'
import { layerOf, layerRules } from './layer-rules.ts'
import { sourceFiles } from './source-files.ts'

/** One thing that is wrong: who did it, what it touched, which rule says no, and what to do. */
export interface BoundaryProblem {
  readonly file: string
  readonly imports?: string
  readonly rule: string
  readonly advice: string
}

export interface BoundaryReport {
  readonly problems: readonly BoundaryProblem[]
  readonly files: number
  readonly imports: number
}

/**
 * How dependency-cruiser reads this repository. TypeScript 7 has no parser that it could use, and it would then cruise
 * nothing and find nothing wrong; hence swc by name, and hence `uncruised` below. Its swc visitor stops with an error at a
 * `using` declaration, which it does not know.
 */
export const cruiseOptions: ICruiseOptions = {
  validate: true,
  ruleSet: layerRules(),
  parser: 'swc',
  tsPreCompilationDeps: true,
  combinedDependencies: false,
  moduleSystems: ['es6', 'cjs'],
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    mainFields: ['module', 'main', 'types'],
  },
}

/** Checks every source file below the root against the layers. */
export async function checkBoundaries(root: string): Promise<BoundaryReport> {
  const files = sourceFiles(root)
  const result = await cruiseFiles(root, files)
  const cruised = new Map(result.modules.map((module) => [module.source, module]))
  const problems = [
    ...files.filter((file) => !layerOf(file)).map(unlisted),
    ...files.filter((file) => !sawImports(root, file, cruised.get(file))).map(uncruised),
    ...result.summary.violations.map(asProblem),
  ]
  const ours = files.flatMap((file) => cruised.get(file)?.dependencies ?? [])
  return { problems: withoutRepeats(problems), files: files.length, imports: ours.length }
}

async function cruiseFiles(root: string, files: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise([...files], { ...cruiseOptions, baseDir: root })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')
  return output
}

/** Whether the file was really read: one with an import at the start of a line has dependencies. */
function sawImports(root: string, file: string, module: IModule | undefined): boolean {
  if (!module) return false
  const hasImport = /^(import\b|export\b|\}).*\bfrom '/m.test(readFileSync(join(root, file), 'utf8'))
  return !hasImport || module.dependencies.length > 0
}

function unlisted(file: string): BoundaryProblem {
  const advice = 'Put it in the folder where it belongs, or give the folder a row in tools/check/layers.ts.'
  return { file, rule: 'every-file-has-a-layer', advice }
}

function uncruised(file: string): BoundaryProblem {
  const advice = 'dependency-cruiser did not read it, so nothing about it is checked: is @swc/core installed?'
  return { file, rule: 'every-file-is-read', advice }
}

function asProblem(violation: IViolation): BoundaryProblem {
  const path = [...(violation.cycle ?? []), ...(violation.via ?? [])].map((step) => step.name)
  return {
    file: violation.from,
    imports: path.length > 0 ? path.join(' → ') : violation.to,
    rule: violation.rule.name,
    advice: violation.comment ?? adviceOf(violation.rule.name),
  }
}

function adviceOf(ruleName: string): string {
  return cruiseOptions.ruleSet?.forbidden?.find((rule) => rule.name === ruleName)?.comment ?? ''
}

function withoutRepeats(problems: readonly BoundaryProblem[]): BoundaryProblem[] {
  const key = (problem: BoundaryProblem) => `${problem.file}\n${problem.imports}\n${problem.rule}`
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()]
}

function inWords({ file, imports, rule, advice }: BoundaryProblem): string {
  const lines = [file, ...(imports ? [`  imports  ${imports}`] : []), `  rule     ${rule}`, `  do       ${advice}`]
  return lines.join('\n')
}

if (import.meta.main) {
  const report = await checkBoundaries(process.cwd())
  for (const problem of report.problems) console.error(`${inWords(problem)}\n`)
  const count = report.problems.length
  const verdict = count === 0 ? 'no boundary is crossed' : `${count} problem${count === 1 ? '' : 's'}`
  console.log(`boundaries: ${report.files} files, ${report.imports} imports, ${verdict}`)
  if (report.files === 0 || report.imports === 0) throw new Error('nothing was cruised, so nothing was checked')
  process.exitCode = count === 0 ? 0 : 1
}
