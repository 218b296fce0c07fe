import { globalUses, namesTaken, type Rule } from './ast.ts'

/** What arrives as text is unknown until a schema has read it, so JSON is parsed where the schemas are. */
export const parseWithSchema: Rule = {
  meta: { type: 'problem', docs: { description: 'parsing JSON without a schema' } },
  create(context) {
    return {
      'Program:exit': () => {
        for (const use of globalUses(context, 'JSON')) {
          for (const { name, node } of namesTaken(use)) {
            if (name !== 'parse') continue
            const message =
              '`JSON.parse` gives any value its caller believes in. Use a parse function of src-shared/, which takes a schema.'
            context.report({ node, message })
          }
        }
      },
    }
  },
}
