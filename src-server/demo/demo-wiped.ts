/** The first line of the trail of a store whose demo was wiped. */
export const DEMO_WIPED = 'store.demo_wiped'
