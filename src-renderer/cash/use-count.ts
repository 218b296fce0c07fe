import { useState } from 'react'
import { parseMoney, typedMoney } from '../counter/typed-money.ts'
import { denominationsOf, keyOf, sumOf, type Counts, type Denomination } from './denominations.ts'

/** Cash that is counted: as a sum, or note by note with the sum running along. @param currency ISO 4217 */
export function useCount(currency: string) {
  const [sum, setSum] = useState('')
  const [counts, setCounts] = useState<Counts>({})
  const denominations = denominationsOf(currency)
  const countOne = (one: Denomination, typed: string) => {
    const next = { ...counts, [keyOf(one)]: typed }
    const total = sumOf(next, denominations)
    setCounts(next)
    setSum(total === undefined ? '' : typedMoney(total, currency))
  }
  // Whoever types a sum has counted by other means; what was counted note by note no longer comes to it.
  const typeSum = (typed: string) => {
    setSum(typed)
    setCounts({})
  }
  return { sum, counts, denominations, countOne, typeSum, minor: parseMoney(sum, currency) }
}

export type Count = ReturnType<typeof useCount>
