/**
 * The little of ESTree and of the scope analysis that our rules touch. oxlint hands rules plain ESTree nodes; naming only
 * the fields we read keeps the rules free of a types package that is released apart from oxlint.
 */
export interface AstNode {
  readonly type: string
  readonly parent?: AstNode | null
  readonly name?: string
  readonly value?: unknown
  readonly computed?: boolean
  readonly object?: AstNode
  readonly property?: AstNode
  readonly callee?: AstNode
  readonly arguments?: readonly AstNode[]
  readonly id?: AstNode | null
  readonly init?: AstNode | null
  readonly right?: AstNode
  readonly left?: AstNode
  readonly operator?: string
  readonly key?: AstNode
  readonly properties?: readonly AstNode[]
  readonly source?: AstNode | null
  readonly specifiers?: readonly AstNode[]
  readonly imported?: AstNode
  readonly local?: AstNode
  readonly importKind?: string
  readonly exportKind?: string
  readonly expression?: AstNode
}

interface Reference {
  readonly identifier: AstNode
  readonly isTypeReference?: boolean
  readonly isValueReference?: boolean
}

interface Variable {
  readonly name: string
  readonly defs: readonly unknown[]
  readonly references: readonly Reference[]
}

interface Scope {
  readonly through: readonly Reference[]
  readonly variables: readonly Variable[]
}

export interface RuleContext {
  readonly sourceCode: {
    readonly scopeManager: { readonly globalScope: Scope | null }
    getDeclaredVariables?(node: AstNode): readonly Variable[]
  }
  report(problem: { node: AstNode; message: string }): void
}

export interface Rule {
  readonly meta: { readonly type: 'problem'; readonly docs: { readonly description: string } }
  create(context: RuleContext): Record<string, (node: AstNode) => void>
}

/** Every place in the file where the value (not the type) of a global of that name is used. */
export function globalUses(context: RuleContext, name: string): AstNode[] {
  const scope = context.sourceCode.scopeManager.globalScope
  if (!scope) return []
  const known = scope.variables.filter((variable) => variable.name === name && variable.defs.length === 0)
  const uses = [...known.flatMap((variable) => variable.references), ...scope.through]
  return [
    ...new Set(uses.filter((use) => use.identifier.name === name && !isTypeUse(use)).map((use) => use.identifier)),
  ]
}

/** Every place where the value of a name that this node declares (an import, say) is used. */
export function declaredUses(context: RuleContext, declaration: AstNode): AstNode[] {
  const sourceCode = context.sourceCode
  if (!sourceCode.getDeclaredVariables) throw new Error('oxlint no longer offers getDeclaredVariables')
  return sourceCode
    .getDeclaredVariables(declaration)
    .flatMap((variable) => variable.references)
    .filter((use) => !isTypeUse(use))
    .map((use) => use.identifier)
}

function isTypeUse(use: Reference): boolean {
  return use.isTypeReference === true || use.isValueReference === false || inTypeQuery(use.identifier)
}

/** `typeof setTimeout` in a type names a type; nothing is read when the program runs. */
function inTypeQuery(node: AstNode): boolean {
  let at = node.parent
  while (at && (at.type === 'TSQualifiedName' || at.type === 'MemberExpression')) at = at.parent
  return at?.type === 'TSTypeQuery'
}

/** The name in `object.name` or `object['name']`; undefined where it is computed at run time. */
export function memberName(member: AstNode): string | undefined {
  const property = member.property
  if (!property) return undefined
  if (!member.computed) return property.name
  return typeof property.value === 'string' ? property.value : undefined
}

/** Skips the wrappers that change nothing at run time: parentheses, `!`, `as`, `satisfies`. */
export function unwrapped(node: AstNode): AstNode {
  const transparent = [
    'TSNonNullExpression',
    'TSAsExpression',
    'TSSatisfiesExpression',
    'ParenthesizedExpression',
    'ChainExpression',
  ]
  let at = node
  while (at.parent && transparent.includes(at.parent.type)) at = at.parent
  return at
}

/**
 * What is taken from an object at this use of it: `x.name` or `const { name } = x`. An empty list means that the object
 * itself is handed on (`const y = x`), where one can no longer tell.
 */
export function namesTaken(use: AstNode): { name: string | undefined; node: AstNode }[] {
  const whole = unwrapped(use)
  const parent = whole.parent
  if (parent?.type === 'MemberExpression' && parent.object === whole)
    return [{ name: memberName(parent), node: parent }]
  const pattern = parent?.type === 'VariableDeclarator' && parent.init === whole ? parent.id : undefined
  if (pattern?.type !== 'ObjectPattern') return []
  return (pattern.properties ?? []).map((property) => ({ name: keyName(property), node: property }))
}

function keyName(property: AstNode): string | undefined {
  if (property.type !== 'Property' || property.computed) return undefined
  return property.key?.name ?? (typeof property.key?.value === 'string' ? property.key.value : undefined)
}
