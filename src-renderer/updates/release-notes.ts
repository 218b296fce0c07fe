/** A piece of release notes: a heading, a list, or a paragraph. All of it is text, whatever it looks like. */
export type NotePiece =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'paragraph'; readonly text: string }

/**
 * Reads the few marks of Markdown that release notes are written with: `#` headings, `-` or `*` lists, paragraphs. Everything else stays
 * as it was typed, so that whatever a feed sends is read and never done.
 */
export function readNotes(notes: string): readonly NotePiece[] {
  const pieces: NotePiece[] = []
  for (const line of notes.split(/\r?\n/)) {
    const text = line.trim()
    const last = pieces.at(-1)
    const heading = /^#{1,6}\s+(?<text>.+)$/.exec(text)?.groups?.['text']
    const item = /^[-*]\s+(?<text>.+)$/.exec(text)?.groups?.['text']
    if (heading !== undefined) pieces.push({ is: 'heading', text: plain(heading) })
    else if (item !== undefined && last?.is === 'list') pieces[pieces.length - 1] = added(last, plain(item))
    else if (item !== undefined) pieces.push({ is: 'list', items: [plain(item)] })
    else if (text === '') pieces.push({ is: 'paragraph', text: '' })
    else pieces.push(...continued(pieces, plain(text)))
  }
  return pieces.filter((piece) => piece.is !== 'paragraph' || piece.text !== '')
}

function added(list: { readonly items: readonly string[] }, item: string): NotePiece {
  return { is: 'list', items: [...list.items, item] }
}

/** A line goes on with what the one before it began. */
function continued(pieces: NotePiece[], text: string): NotePiece[] {
  const last = pieces.at(-1)
  if (last?.is === 'paragraph' && last.text !== '') {
    pieces.pop()
    return [{ is: 'paragraph', text: `${last.text} ${text}` }]
  }
  if (last?.is === 'list') {
    pieces.pop()
    const [end = '', ...before] = last.items.toReversed()
    return [{ is: 'list', items: [...before.toReversed(), `${end} ${text}`] }]
  }
  return [{ is: 'paragraph', text }]
}

/** Without the marks for bold and for code, which are not shown. */
function plain(text: string): string {
  return text.replace(/\*\*(.+?)\*\*/g, '$1').replace(/`(.+?)`/g, '$1')
}
