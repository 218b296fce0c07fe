import { LotBayClass } from '../../../src-shared/lot/bay-state.ts'

/** Every class, the wash among them. */
export const classes = LotBayClass.options
