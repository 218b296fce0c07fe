import type { AmountWeight, ReceiptRow } from '../../src-shared/receipts/receipt-text.ts'
import type { Pdf } from './pdf-file.ts'
import { drawQr } from './qr-vector.ts'
import type { ReceiptPaper } from './receipt-paper.ts'
import type { SetLine, TextStyle, Typesetter } from './typesetter.ts'

/** A row as it will stand on the paper. */
export interface Block {
  readonly height: number
  /** Draws it on the current page, with its upper edge here. */
  draw(y: number): void
}

/** Between a text and what stands to its right. */
const GUTTER = 8

/** Lays rows out on a paper, and draws them when told where. */
export class ReceiptBlocks {
  readonly #pdf: Pdf
  readonly #type: Typesetter
  readonly #paper: ReceiptPaper

  readonly #mirrored: boolean

  /** @param mirrored from right to left: what is said here of left and right is the other way round */
  constructor(pdf: Pdf, type: Typesetter, paper: ReceiptPaper, mirrored: boolean) {
    this.#mirrored = mirrored
    this.#pdf = pdf
    this.#type = type
    this.#paper = paper
  }

  of(row: ReceiptRow): Block {
    const paper = this.#paper
    switch (row.kind) {
      case 'heading':
        return this.#text(row.text, paper.heading)
      case 'line':
        return this.#text(row.text, paper.body)
      case 'title':
        return this.#spaced(this.#text(row.text, paper.title))
      case 'note':
        return this.#text(row.text, paper.note)
      case 'mark':
        return this.#mark(row.text)
      case 'field':
        return this.#field(row.label, row.value)
      case 'amount':
        return this.#amount(row.text, row.amount, row.weight)
      case 'rule':
        return this.#rule()
      case 'qr':
        return this.#qr(row.url)
    }
  }

  #text(text: string, style: TextStyle): Block {
    const { content, align } = this.#paper
    return this.#lines(this.#type.wrap(text, style, content), style, align)
  }

  #lines(lines: readonly SetLine[], style: TextStyle, align: 'left' | 'centre' | 'right', from = 0): Block {
    const { left, content } = this.#paper
    const step = this.#type.height(style)
    const shift = { left: 0, centre: 0.5, right: 1 }[align]
    return {
      height: lines.length * step,
      draw: (y) => {
        for (const [index, line] of lines.entries()) {
          const x = from + shift * (content - from - line.width)
          const across = this.#mirrored ? content - x - line.width : x
          this.#type.draw(line, left + across, y + index * step, style)
        }
      },
    }
  }

  #spaced(block: Block): Block {
    const { gap } = this.#paper
    return { height: block.height + 2 * gap, draw: (y) => block.draw(y + gap) }
  }

  /** White on black, over the whole width. */
  #mark(text: string): Block {
    const { left, content, gap, mark } = this.#paper
    const inner = this.#lines(this.#type.wrap(text, mark, content - 2 * gap), mark, 'centre')
    return {
      height: inner.height + gap,
      draw: (y) => {
        this.#pdf.rect(left, y + gap / 2, content, inner.height).fill('black')
        inner.draw(y + gap / 2)
      },
    }
  }

  #field(label: string, value: string): Block {
    const { body, label: labelStyle, content, valueAt } = this.#paper
    const labelWidth = this.#type.widthOf(label, labelStyle)
    const from = Math.max(valueAt ?? 0, labelWidth + GUTTER)
    const name = this.#lines(this.#type.wrap(label, labelStyle, content), labelStyle, 'left')
    const lines = this.#type.wrap(value, body, content - from)
    return beside(name, this.#lines(lines, body, valueAt === undefined ? 'right' : 'left', from))
  }

  #amount(text: string, amount: string, weight: AmountWeight): Block {
    const { body, note, total, content } = this.#paper
    const style = { line: body, detail: note, total }[weight]
    const figure = this.#type.wrap(amount, style, content)
    const figureWidth = Math.max(...figure.map(({ width }) => width))
    const right = this.#lines(figure, style, 'right')
    // An amount so long that nothing fits beside it stands below.
    const room = content - figureWidth - GUTTER
    if (room < content / 4) return above(this.#lines(this.#type.wrap(text, style, content), style, 'left'), right)
    return beside(this.#lines(this.#type.wrap(text, style, room), style, 'left'), right)
  }

  #rule(): Block {
    const { left, content, gap } = this.#paper
    return {
      height: 2 * gap,
      draw: (y) => {
        this.#pdf
          .moveTo(left, y + gap)
          .lineTo(left + content, y + gap)
          .lineWidth(0.6)
          .stroke('black')
      },
    }
  }

  #qr(url: string): Block {
    const { left, content, align, qr } = this.#paper
    const edge = this.#mirrored ? left + content - qr : left
    const x = align === 'centre' ? left + (content - qr) / 2 : edge
    return { height: qr, draw: (y) => drawQr(this.#pdf, url, x, y, qr) }
  }
}

function beside(one: Block, other: Block): Block {
  return {
    height: Math.max(one.height, other.height),
    draw: (y) => {
      one.draw(y)
      other.draw(y)
    },
  }
}

function above(upper: Block, lower: Block): Block {
  return {
    height: upper.height + lower.height,
    draw: (y) => {
      upper.draw(y)
      lower.draw(y + upper.height)
    },
  }
}
