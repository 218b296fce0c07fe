/** A text in words, or an amount in whole minor units of the report's currency. */
export type ReportCell = string | { readonly amount_minor: number }

export interface ReportColumn {
  readonly title: string
  /** Amounts stand on the right in any case. */
  readonly align?: 'left' | 'right'
  /** How much of the width it gets, against the others; 1 when absent. */
  readonly share?: number
}

export interface ReportTable {
  readonly columns: readonly ReportColumn[]
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly ReportCell[])[]
  /** A last row in bold. */
  readonly totals?: readonly ReportCell[]
}

export interface ReportSection {
  readonly title: string
  readonly fields?: readonly { readonly label: string; readonly value: ReportCell }[]
  readonly tables?: readonly ReportTable[]
  /** Small print below, such as what a figure leaves out. */
  readonly notes?: readonly string[]
}

/** A report on A4, such as a shift's Z report. Its texts are in words already. */
export interface ReportDocument {
  readonly title: string
  readonly site: { readonly name: string; readonly address: readonly string[] }
  /** Of what days, or which shift. */
  readonly period: string
  /** When it was made, in words, on the site's clock. */
  readonly generated_at: string
  /** The same as an instant, ISO 8601 with offset. */
  readonly made: string
  readonly language: string
  readonly currency: string
  readonly demo: boolean
  readonly sections: readonly ReportSection[]
}
