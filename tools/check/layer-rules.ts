import type { IFlattenedRuleSet, IReachabilityForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser'
import { layers, packages, providedAtRunTime, type Layer } from './layers.ts'

type IForbidden = IRegularForbiddenRuleType | IReachabilityForbiddenRuleType

/** A rule for dependency-cruiser with what to do when it fires; the tool's own `comment` carries the advice. */
function rule<To extends IForbidden['to']>(name: string, comment: string, from: IForbidden['from'], to: To) {
  return { name, comment, severity: 'error' as const, from, to }
}

/** The layers of the design as rules: pairs that may not meet, Node's modules, packages, and the house rules on top. */
export function layerRules(): IFlattenedRuleSet {
  return { forbidden: [...layers.flatMap(rulesOf), ...houseRules()] }
}

function rulesOf(layer: Layer): IForbidden[] {
  if (layer.mayImport === 'everything') return []
  const from = filesOf(layer)
  const allowed = new Set([layer.name, ...layer.mayImport])
  const forbidden = layers.filter((other) => !allowed.has(other.name))
  const rules: IForbidden[] = forbidden.map((other) =>
    rule(`${layer.name}-may-not-import-${other.name}`, layer.advice, from, filesOf(other)),
  )
  if (!layer.node) {
    const advice = `${layer.name} runs where Node does not: have what it needs handed in.`
    rules.push(rule(`${layer.name}-may-not-import-node`, advice, from, { dependencyTypes: ['core'] }))
  }
  const advice = 'Import it where it belongs, or give it a row in `packages` of tools/check/layers.ts and a reason.'
  const to = { path: packagePath('[^/]+'), pathNot: packagesOf(layer).map(packagePath) }
  return [...rules, rule(`${layer.name}-may-not-import-that-package`, advice, from, to)]
}

function houseRules(): IForbidden[] {
  const everything = layers.filter((layer) => layer.mayImport === 'everything').map((layer) => layer.files)
  const kiosk = layers.find((layer) => layer.name === 'kiosk')?.files ?? ''
  const staffApi = layers.find((layer) => layer.name === 'staff-api')?.files ?? ''
  return [
    rule('no-cycle', 'Move what both need into a third file, or hand one to the other.', {}, { circular: true }),
    rule('unresolvable', 'No such file or package: correct the path, or install it.', {}, { couldNotResolve: true }),
    rule(
      'kiosk-may-not-reach-staff-api',
      'Something that the kiosk imports brings the staff API along: import the narrower file.',
      { path: kiosk },
      { path: staffApi, reachable: true },
    ),
    rule(
      'product-may-not-import-dev-dependency',
      'What runs at the customer is a dependency, not a devDependency.',
      { pathNot: everything },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: providedAtRunTime.map(packagePath),
      },
    ),
  ]
}

/** A layer's files as a restriction: its own pattern, without the files that an earlier layer claims. */
function filesOf(layer: Layer) {
  const earlier = layers.slice(0, layers.indexOf(layer)).map((other) => other.files)
  return earlier.length === 0 ? { path: layer.files } : { path: layer.files, pathNot: earlier }
}

function packagesOf(layer: Layer): string[] {
  return Object.keys(packages).filter((name) => packages[name]?.includes(layer.name))
}

/** A pattern for the files of a package, or of its types, wherever it is installed. */
function packagePath(name: string): string {
  return `(^|/)node_modules/(@types/)?${name.replace('*', '[^/]+')}/`
}

/** The layer of a path, if the table lists it. */
export function layerOf(path: string): Layer | undefined {
  return layers.find((layer) => new RegExp(layer.files).test(path))
}
