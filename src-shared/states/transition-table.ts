/** A state machine as a table: from each state, the states that may follow. What is not there is forbidden. */
export type TransitionTable<S extends string> = Readonly<Record<S, readonly S[]>>

export function tableAllows<S extends string>(table: TransitionTable<S>, from: S, to: S): boolean {
  return table[from].includes(to)
}
