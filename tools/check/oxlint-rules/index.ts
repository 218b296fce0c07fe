import { parseWithSchema } from './parse-with-schema.ts'
import { timeRules } from './time-injection.ts'
import { wordsInJsx } from './words-in-jsx.ts'

/** The rules of this house that no public plugin has. `.oxlintrc.json` says where each applies. */
export default {
  meta: { name: 'house' },
  rules: { ...timeRules, 'parse-with-schema': parseWithSchema, 'no-words-in-jsx': wordsInJsx },
}
