import { describe, expect, it } from 'vitest'
import { readNotes } from '../../../src-renderer/updates/release-notes.ts'

describe('release notes', () => {
  it('are headings, lists and paragraphs', () => {
    expect(
      readNotes('## For customers\n\n- One **thing**\n- Another,\n  over two lines\n\nAnd `more`\nto say.\n\nThe end.'),
    ).toEqual([
      { is: 'heading', text: 'For customers' },
      { is: 'list', items: ['One thing', 'Another, over two lines'] },
      { is: 'paragraph', text: 'And more to say.' },
      { is: 'paragraph', text: 'The end.' },
    ])
  })

  it('do nothing, whatever they say', () => {
    const evil = '<img src=x onerror=alert(1)> [press](javascript:alert(1))'
    expect(readNotes(evil)).toEqual([{ is: 'paragraph', text: evil }])
  })

  it('may be missing', () => {
    expect(readNotes('')).toEqual([])
    expect(readNotes('\n\n  \n')).toEqual([])
  })

  it('may have been typed on Windows', () => {
    expect(readNotes('# A\r\n- b\r\n')).toEqual([
      { is: 'heading', text: 'A' },
      { is: 'list', items: ['b'] },
    ])
  })
})
