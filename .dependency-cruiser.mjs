// For `depcruise` by hand, such as drawing a graph. The check itself is `npm run boundaries`; both read tools/check/layers.ts.
import { cruiseOptions } from './tools/check/boundaries.ts'

const { ruleSet, validate: _validate, ...options } = cruiseOptions

export default { ...ruleSet, options }
