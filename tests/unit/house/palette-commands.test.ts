import { describe, expect, it } from 'vitest'
import { commandIds } from '../../../src-renderer/commands/command-table.ts'
import { commands } from '../../../src-renderer/shell/shortcut-table.ts'
import { findCommandFaults } from '../../../tools/check/palette-commands.ts'
import { inPlantedTree, repository } from './planted-tree.ts'

/** What leads to other commands, and is none by itself. */
const paths = ['booking.open']
/** What only goes to a screen. */
const ways: readonly string[] = ['shift']
const known = [...commandIds, ...commands.map(({ id }) => id).filter((id) => !ways.includes(id)), ...paths]

const planted = (text: string, all: readonly string[] = ['site.wave']) =>
  inPlantedTree({ 'src-renderer/site/Wave.tsx': text }, (root) => findCommandFaults(root, all))

describe('every action of the console is a command of the palette', () => {
  it('finds a button without one, a command nobody knows, and one that no button bears', async () => {
    expect(await planted('<Button\n  look="primary"\n  onClick={() => wave(1 > 0)}>\n  Wave\n</Button>')).toEqual([
      'src-renderer/site/Wave.tsx:1: a button without a command',
      'site.wave: the palette knows it, and no button bears it',
    ])
    expect(await planted('<button data-command="site.wav" type="button" />')).toEqual([
      'site.wav: a button bears it, and the palette does not know it',
      'site.wave: the palette knows it, and no button bears it',
    ])
  })

  it('finds nothing where they fit, computed ones included', async () => {
    expect(await planted('<Button data-command="site.wave" onClick={wave}>Wave</Button>')).toEqual([])
    expect(await planted('<Button data-command={`site.${act}`}>Wave</Button>')).toEqual([])
  })

  it('finds nothing in this repository', () => {
    expect(findCommandFaults(repository, known)).toEqual([])
  })
})
