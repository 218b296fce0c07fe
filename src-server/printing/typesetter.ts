import type { PrintFont } from './print-fonts.ts'
import { clustersOf, visualRuns, type Cluster, type TextRun } from './text-runs.ts'

/** Lengths here are PDF points, 1/72 inch. */
export interface TextStyle {
  readonly size: number
  readonly bold?: boolean
  /** A CSS colour; black when absent. */
  readonly colour?: string
}

export interface SetLine {
  readonly runs: readonly (TextRun & { readonly width: number })[]
  readonly width: number
}

/** From one baseline to the next, and from a line's top to its baseline, as parts of the size. */
const LEADING = 1.42
const ASCENT = 1.07

/** Sets text in lines and draws them. Fonts change within a line as its characters ask; each that is used is embedded. */
export class Typesetter {
  readonly #pdf: PDFKit.PDFDocument
  readonly #fonts: readonly PrintFont[]
  /** Widths of runs at size 1, because each line is measured again with each word that it may take. */
  readonly #widths = new Map<string, number>()

  constructor(pdf: PDFKit.PDFDocument, fonts: readonly PrintFont[]) {
    this.#pdf = pdf
    this.#fonts = fonts
    for (const font of fonts) {
      pdf.registerFont(font.name, font.regular)
      pdf.registerFont(`${font.name} bold`, font.bold)
    }
  }

  /** Height of a line. */
  height({ size }: TextStyle): number {
    return size * LEADING
  }

  /** Width of a text on one line. */
  widthOf(text: string, style: TextStyle): number {
    return this.#set(clustersOf(text, this.#fonts), style).width
  }

  /** Breaks a text at spaces into lines of at most a width; a word that is wider is broken within. */
  wrap(text: string, style: TextStyle, width: number): SetLine[] {
    const lines: SetLine[] = []
    let line: Cluster[] = []
    for (const word of wordsOf(clustersOf(text, this.#fonts))) {
      if (this.#set([...line, ...word], style).width <= width) {
        line.push(...word)
        continue
      }
      if (line.length > 0) lines.push(this.#set(line, style))
      const broken = this.#breakWord(word, style, width)
      line = broken.pop() ?? []
      lines.push(...broken.map((part) => this.#set(part, style)))
    }
    return [...lines, this.#set(line, style)]
  }

  /** Draws a line whose box has its upper left corner here. */
  draw(line: SetLine, x: number, y: number, style: TextStyle): void {
    let left = x
    this.#pdf.fillColor(style.colour ?? 'black')
    for (const run of line.runs) {
      this.#use(run.font, style)
      this.#pdf.text(run.text, left, y + style.size * ASCENT, {
        lineBreak: false,
        baseline: 'alphabetic',
        features: [],
      })
      left += run.width
    }
  }

  #breakWord(word: readonly Cluster[], style: TextStyle, width: number): Cluster[][] {
    const parts: Cluster[][] = []
    let part: Cluster[] = []
    for (const cluster of word) {
      if (part.length > 0 && this.#set([...part, cluster], style).width > width) {
        parts.push(part)
        part = []
      }
      part.push(cluster)
    }
    return [...parts, part]
  }

  /** A space at a line's end takes no room. */
  #set(clusters: readonly Cluster[], style: TextStyle): SetLine {
    const last = clusters.findLastIndex(({ text }) => text !== ' ')
    const runs = visualRuns(clusters.slice(0, last + 1)).map((run) => ({ ...run, width: this.#measure(run, style) }))
    return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) }
  }

  #measure({ text, font }: TextRun, { size, bold = false }: TextStyle): number {
    const key = `${font.name} ${bold} ${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      this.#use(font, { size: 1, bold })
      // Any features, even none, keep pdfkit from setting word by word, which would put right-to-left words in the wrong order.
      width = this.#pdf.widthOfString(text, { features: [] })
      this.#widths.set(key, width)
    }
    return width * size
  }

  #use(font: PrintFont, { size, bold = false }: TextStyle): void {
    this.#pdf.font(bold ? `${font.name} bold` : font.name).fontSize(size)
  }
}

/** Words with the spaces after them. */
function wordsOf(clusters: readonly Cluster[]): Cluster[][] {
  const words: Cluster[][] = []
  let previous: Cluster | undefined
  for (const cluster of clusters) {
    if (previous === undefined || (previous.text === ' ' && cluster.text !== ' ')) words.push([cluster])
    else words.at(-1)?.push(cluster)
    previous = cluster
  }
  return words
}
