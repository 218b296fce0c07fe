import { declaredUses, globalUses, namesTaken, unwrapped, type AstNode, type Rule, type RuleContext } from './ast.ts'

/**
 * A set of things that a file may reach without being handed them, and must not: `globals` are banned whole,
 * `globalMembers` are banned by the member taken from them, `moduleMembers` likewise from an import. `'*'` bans the module.
 */
export interface AmbientSource {
  readonly description: string
  readonly instead: string
  readonly globals: readonly string[]
  readonly globalMembers: Readonly<Record<string, readonly string[]>>
  readonly moduleMembers: Readonly<Record<string, readonly string[] | '*'>>
}

/** The names under which a page, a worker or Node reaches its own globals. */
const globalObjects = ['globalThis', 'window', 'self', 'global']

/** A rule that refuses every use of the source, however it is spelled. */
export function refuseAmbient(source: AmbientSource): Rule {
  return {
    meta: { type: 'problem', docs: { description: source.description } },
    create(context) {
      const report = (node: AstNode, what: string) =>
        context.report({ node, message: `${what} ${source.description}. ${source.instead}` })
      return {
        'Program:exit': () => checkGlobals(context, source, report),
        ImportDeclaration: (node) => checkImport(context, source, node, report),
        ImportExpression: (node) => checkWholeModule(source, node, report),
        ExportNamedDeclaration: (node) => checkReExport(source, node, report),
        ExportAllDeclaration: (node) => checkWholeModule(source, node, report),
      }
    },
  }
}

type Report = (node: AstNode, what: string) => void

function checkGlobals(context: RuleContext, source: AmbientSource, report: Report) {
  for (const name of source.globals) {
    for (const use of globalUses(context, name)) report(use, `\`${name}\``)
  }
  for (const [name, members] of Object.entries(source.globalMembers)) {
    for (const use of globalUses(context, name)) checkMembers(use, name, members, report)
  }
  for (const globalName of globalObjects) {
    for (const use of globalUses(context, globalName)) checkGlobalObject(use, source, report)
  }
}

function checkGlobalObject(use: AstNode, source: AmbientSource, report: Report) {
  for (const { name, node } of namesTaken(use)) {
    if (name === undefined) continue
    if (source.globals.includes(name)) report(node, `\`${name}\``)
    const members = source.globalMembers[name]
    if (members && node.type === 'MemberExpression') checkMembers(node, name, members, report)
    else if (members) report(node, `Taking \`${name}\` apart from its global hides what is read from it, and it`)
  }
}

/** Refuses the listed members, and handing on the object that has them: `const m = Math` would hide `m.random()`. */
function checkMembers(use: AstNode, owner: string, members: readonly string[], report: Report) {
  const taken = namesTaken(use)
  if (taken.length === 0 && !isInstanceCheck(use))
    report(use, `Handing on \`${owner}\` hides what is read from it, and it`)
  for (const { name, node } of taken) {
    if (name === undefined || members.includes(name)) report(node, `\`${owner}.${name ?? '[…]'}\``)
  }
}

function isInstanceCheck(use: AstNode): boolean {
  const whole = unwrapped(use)
  const parent = whole.parent
  if (parent?.type === 'UnaryExpression') return parent.operator === 'typeof'
  return parent?.type === 'BinaryExpression' && parent.operator === 'instanceof' && parent.right === whole
}

function checkImport(context: RuleContext, source: AmbientSource, node: AstNode, report: Report) {
  const { name: module, members = [] } = bannedOf(source, node)
  if (node.importKind === 'type') return
  if (members === '*') return report(node, `The module \`${module}\``)
  for (const specifier of node.specifiers ?? []) {
    if (specifier.importKind === 'type') continue
    const named = specifier.type === 'ImportSpecifier' ? (specifier.imported?.name ?? '') : undefined
    if (named !== undefined && members.includes(named)) report(specifier, `\`${named}\` of \`${module}\``)
    // A global may arrive by import as well (`Temporal` of its polyfill): then its members are banned just the same.
    const ownMembers = named === undefined ? members : (source.globalMembers[named] ?? [])
    if (ownMembers.length === 0) continue
    for (const use of declaredUses(context, specifier)) checkMembers(use, named ?? module, ownMembers, report)
  }
}

function checkReExport(source: AmbientSource, node: AstNode, report: Report) {
  const { name: module, members } = bannedOf(source, node)
  if (!members || node.exportKind === 'type') return
  if (members === '*') return report(node, `The module \`${module}\``)
  for (const specifier of node.specifiers ?? []) {
    const name = specifier.local?.name
    if (name !== undefined && members.includes(name)) report(specifier, `\`${name}\` of \`${module}\``)
  }
}

/** `import('node:timers')` and `export *` give the whole module away, so any banned member bans them. */
function checkWholeModule(source: AmbientSource, node: AstNode, report: Report) {
  const { name, members } = bannedOf(source, node)
  if (members && node.exportKind !== 'type') report(node, `The whole of \`${name}\``)
}

function bannedOf(source: AmbientSource, node: AstNode) {
  const specifier = typeof node.source?.value === 'string' ? node.source.value : ''
  const name = specifier.replace(/^node:/, '')
  return { name, members: source.moduleMembers[name] }
}
