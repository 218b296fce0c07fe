import type { AstNode, Rule } from './ast.ts'

/** Attributes that a person reads or hears. */
const spoken = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
])

const message = 'Words that a person reads stand in src-shared/i18n/messages, and a page says `t(key)`.'
const hasWords = (text: unknown): boolean => typeof text === 'string' && /\p{L}/u.test(text)

/** A page is read in several languages, so its words are not written into it. */
export const wordsInJsx: Rule = {
  meta: { type: 'problem', docs: { description: 'words that stand in JSX itself' } },
  create(context) {
    const check = (node: AstNode | null | undefined) => {
      if (node !== null && node !== undefined && hasWords(node.value)) context.report({ node, message })
    }
    return {
      JSXText: check,
      JSXExpressionContainer(node) {
        const isChild = node.parent?.type === 'JSXElement' || node.parent?.type === 'JSXFragment'
        if (isChild && node.expression?.type === 'Literal') check(node.expression)
      },
      JSXAttribute(node) {
        const given = node.value as AstNode | null | undefined
        if (given?.type === 'Literal' && spoken.has(attributeName(node))) check(given)
      },
    }
  },
}

function attributeName(node: AstNode): string {
  return typeof node.name === 'string' ? node.name : ((node.name as unknown as AstNode | undefined)?.name ?? '')
}
