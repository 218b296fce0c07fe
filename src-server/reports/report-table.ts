/** What stands in a cell, before it is written for a spreadsheet or for paper. */
export type Cell =
  | { readonly is: 'nothing' }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'count'; readonly count: number }
  /** Whole minor units. */
  | { readonly is: 'money'; readonly minor: number }
  | { readonly is: 'minutes'; readonly ms: number }
  /** ISO 8601 with the site's offset. */
  | { readonly is: 'instant'; readonly iso: string }
  /** Shown as a percentage. */
  | { readonly is: 'share'; readonly part: number; readonly of: number }

export interface Column {
  readonly title: string
  /** The same in every language and version, for programs. */
  readonly name: string
  /** Whether there is room for it on paper. */
  readonly onPaper: boolean
}

export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export const nothing: Cell = { is: 'nothing' }
export const text = (words: string | null): Cell => (words === null ? nothing : { is: 'text', text: words })
export const instant = (iso: string): Cell => ({ is: 'instant', iso })
export const count = (number: number): Cell => ({ is: 'count', count: number })
export const money = (minor: number): Cell => ({ is: 'money', minor })
export const minutes = (ms: number | null): Cell => (ms === null ? nothing : { is: 'minutes', ms })
export const share = (part: number, of: number): Cell => ({ is: 'share', part, of })
