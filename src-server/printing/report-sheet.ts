import { A4, mm, type Pdf } from './pdf-file.ts'
import type { ReportCell, ReportSection, ReportTable } from './report-document.ts'
import type { SetLine, TextStyle, Typesetter } from './typesetter.ts'

const left = mm(20)
const width = A4.width - 2 * left
const top = mm(18)
/** Below this the foot of the page begins. */
const end = A4.height - mm(20)
/** Around the text of a table's cell. */
const pad = 3

const styles = {
  site: { size: 11, bold: true },
  title: { size: 17, bold: true },
  heading: { size: 12, bold: true },
  body: { size: 9.5 },
  strong: { size: 9.5, bold: true },
  note: { size: 8, colour: '#444444' },
} as const satisfies Record<string, TextStyle>

export interface SheetSettings {
  cellText(cell: ReportCell): string
  onNewPage(): void
  /** From right to left: what is said here of left and right is mirrored. */
  readonly mirrored: boolean
}

interface CellBox {
  readonly lines: readonly SetLine[]
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'right'
}

interface TableRow {
  readonly cells: readonly CellBox[]
  readonly style: TextStyle
  readonly height: number
}

/** A4 pages that are filled from top to bottom; what does not fit any more begins the next page. */
export class ReportSheet {
  readonly #pdf: Pdf
  readonly #type: Typesetter
  readonly #settings: SheetSettings
  #y = end

  constructor(pdf: Pdf, type: Typesetter, settings: SheetSettings) {
    this.#pdf = pdf
    this.#type = type
    this.#settings = settings
    this.#newPage()
  }

  text(text: string, look: keyof typeof styles): void {
    const style = styles[look]
    for (const line of this.#type.wrap(text, style, width)) {
      this.#makeRoom(this.#type.height(style))
      this.#draw(line, left, this.#y, style)
      this.#y += this.#type.height(style)
    }
  }

  /** A section's title, never alone at the foot of a page. */
  heading(text: string): void {
    this.#makeRoom(this.#type.height(styles.heading) * 4)
    this.#y += 10
    this.text(text, 'heading')
    this.#y += 2
  }

  fields(fields: NonNullable<ReportSection['fields']>): void {
    const columns = [{ title: '' }, { title: '', align: 'right' }] as const
    for (const { label, value } of fields) this.#drawRow(this.#row([label, value], columns, styles.body), '#dddddd')
  }

  /** A table; its head is repeated on each page that it reaches. */
  table({ columns, rows, totals }: ReportTable): void {
    this.#y += 4
    const titles = columns.map(({ title }) => title)
    const rightward = columns.map((column, index) => ({ ...column, align: alignOf(column.align, rows, index) }))
    const head = this.#row(titles, rightward, styles.strong)
    const body = [
      ...rows.map((cells) => this.#row(cells, rightward, styles.body)),
      ...(totals === undefined ? [] : [this.#row(totals, rightward, styles.strong)]),
    ]
    this.#makeRoom(head.height + (body[0]?.height ?? 0))
    this.#drawRow(head, 'black')
    for (const row of body) {
      if (this.#y + row.height > end) {
        this.#newPage()
        this.#drawRow(head, 'black')
      }
      this.#drawRow(row, '#dddddd')
    }
    this.#y += 6
  }

  #row(cells: readonly ReportCell[], columns: ReportTable['columns'], style: TextStyle): TableRow {
    const shares = columns.map(({ share = 1 }) => share)
    const all = shares.reduce((sum, share) => sum + share, 0)
    let x = left
    const boxes = columns.map(({ align = 'left' }, index) => {
      const box = { x, width: (width * (shares[index] ?? 1)) / all }
      x += box.width
      const lines = this.#type.wrap(this.#settings.cellText(cells[index] ?? ''), style, box.width - 2 * pad)
      return { ...box, lines, align }
    })
    const tallest = Math.max(...boxes.map(({ lines }) => lines.length))
    return { cells: boxes, style, height: tallest * this.#type.height(style) + pad }
  }

  #draw(line: SetLine, x: number, y: number, style: TextStyle): void {
    this.#type.draw(line, this.#settings.mirrored ? A4.width - x - line.width : x, y, style)
  }

  #drawRow({ cells, style, height }: TableRow, ruleColour: string): void {
    this.#makeRoom(height)
    for (const { lines, x, width: room, align } of cells) {
      for (const [index, line] of lines.entries()) {
        const from = align === 'left' ? x + pad : x + room - pad - line.width
        this.#draw(line, from, this.#y + pad / 2 + index * this.#type.height(style), style)
      }
    }
    this.#y += height
    this.#pdf
      .moveTo(left, this.#y)
      .lineTo(left + width, this.#y)
      .lineWidth(0.5)
      .stroke(ruleColour)
  }

  #makeRoom(height: number): void {
    if (this.#y + height > end) this.#newPage()
  }

  #newPage(): void {
    this.#pdf.addPage({ size: [A4.width, A4.height], margin: 0 })
    this.#y = top
    this.#settings.onNewPage()
  }
}

/** A column of amounts stands on the right, and so does its title. */
function alignOf(asked: 'left' | 'right' | undefined, rows: ReportTable['rows'], index: number): 'left' | 'right' {
  return asked ?? (rows.some((cells) => typeof cells[index] === 'object') ? 'right' : 'left')
}
