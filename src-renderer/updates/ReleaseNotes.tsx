import { useT } from '../../src-shared/ui/translator.tsx'
import { readNotes, type NotePiece } from './release-notes.ts'
import './updates.css'

/** The level of the notes' own headings: one below what they stand under. */
type Heading = 'h3' | 'h4'

/** What is new in a version, as its makers wrote it. */
export function ReleaseNotes({ notes, heading }: { notes: string; heading: Heading }) {
  const t = useT()
  const pieces = readNotes(notes)
  if (pieces.length === 0) return <p className="field__hint">{t('updates.notes.none')}</p>
  return pieces.map((piece, index) => (
    // Notes never change while they are shown, and nothing else tells two alike apart.
    <Piece key={index} piece={piece} heading={heading} />
  ))
}

function Piece({ piece, heading: Title }: { piece: NotePiece; heading: Heading }) {
  switch (piece.is) {
    case 'heading':
      return <Title>{piece.text}</Title>
    case 'list':
      return (
        <ul className="release-notes__list">
          {piece.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'paragraph':
      return <p>{piece.text}</p>
  }
}
