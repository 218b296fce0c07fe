/** What a store answers at once, or from across a network. */
export type Awaitable<T> = T | Promise<T>

/** A statement that is prepared once. Its values go by place or, given as one object, by the names in it. */
export interface Statement<P extends unknown[] = unknown[], R = unknown> {
  get(...values: P): Awaitable<R | undefined>
  all(...values: P): Awaitable<R[]>
  run(...values: P): Awaitable<{ readonly changes: number }>
  /** The same statement, of whose rows only the first column is answered. */
  pluck(): Statement<P, R>
}

/**
 * A connection that speaks SQL. The statements of this folder are written so that each engine under `store/` takes them
 * as they are: values are `?` or `@name`, what rows name their members stands in quotes, instants are `bigint`, JSON is asked
 * by `->` and `->>`, and rows that have no other order have that of `rowid`.
 */
export interface Sql {
  /** What stands before the columns of a key where one is named: in a database of many sites keys are each site's own. */
  readonly keyed: '' | 'site_id, '
  prepare<P extends unknown[] = unknown[], R = unknown>(text: string): Statement<P, R>
}
