import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandIds, commandsOf, screenCommands } from '../../../src-renderer/commands/command-table.ts'
import { pathTo } from '../../../src-renderer/commands/run-command.ts'
import type { Role } from '../../../src-shared/api/fields.ts'
import { shortcuts } from '../../../src-renderer/shell/shortcut-table.ts'
import { repository } from '../house/planted-tree.ts'

describe('the commands of the screens', () => {
  it('are those of the screens that somebody sees, and of what their role may do there', () => {
    const attendant = commandsOf('attendant', ['today', 'lot', 'permits', 'kiosks'], true)
    expect(attendant).toContain('kiosks.pair')
    expect(attendant).toContain('shell.display')
    for (const id of ['kiosks.unpair', 'permits.add', 'staff.add'] as const) expect(attendant).not.toContain(id)
    expect(commandsOf('owner', ['permits'], true)).toContain('permits.add')
  })

  it('of a demo are at a demo only', () => {
    const missing = (role: Role) => {
      const real = commandsOf(role, ['clock', 'settings'], false)
      return commandsOf(role, ['clock', 'settings'], true).filter((id) => !real.includes(id))
    }
    expect(missing('owner')).toEqual(['clock.leap', 'settings.wipe'])
    expect(missing('attendant')).not.toContain('clock.leap')
  })

  it('have a path to their button, through the row or sheet that shows it', () => {
    expect(pathTo('kiosks.pair', undefined)).toEqual([{ command: 'kiosks.pair' }])
    expect(pathTo('bay.block', { is: 'bay', bay: { id: 'b1' } })).toEqual([{ command: 'bay.block', of: 'b1' }])
    expect(pathTo('booking.cancel', { is: 'booking', reference: 'P-1' })).toEqual([
      { command: 'booking.open', of: 'P-1' },
      { command: 'booking.cancel', of: 'P-1' },
    ])
    expect(pathTo('kiosks.rename', { is: 'row', name: 'Rename Entrance' })).toEqual([
      { command: 'kiosks.rename', name: 'Rename Entrance' },
    ])
    expect(pathTo('staff.password', { is: 'row', name: 'Change Asha' })).toEqual([
      { command: 'staff.change', name: 'Change Asha' },
      { command: 'staff.password' },
    ])
  })

  it('that need a row name a command that has rows', () => {
    for (const id of commandIds) {
      const command = screenCommands[id]
      if (!('needs' in command) || typeof command.needs !== 'object') continue
      expect(screenCommands[command.needs.rows]).toMatchObject({ needs: 'row', screen: command.screen })
    }
  })
})

describe('the keys that do something', () => {
  const told = new Set(shortcuts.flatMap(({ keys }) => keys.map(plain)))
  const used = globSync('src-renderer/**/*.{ts,tsx}', { cwd: repository }).flatMap((file) =>
    [
      ...readFileSync(join(repository, file), 'utf8').matchAll(
        /(?<!function) useShortcuts\((\{.*\}\)\n|[^]*?\n {2}\}?\))/g,
      ),
    ].flatMap(([, keys = '']) => [...keys.matchAll(/(?:\{|,|\n) *'?([\w+?/]+)'?: /g)].map(([, key = '']) => key)),
  )

  it('are all in the list of shortcuts', () => {
    expect(used).toContain('Mod+k')
    expect(used).toContain('f')
    expect(used.map(plain).filter((key) => !told.has(key))).toEqual([])
  })

  it('leave to the browser and to screen readers what is theirs', () => {
    const chords = used.filter((key) => key.includes('+'))
    // Everything else with Ctrl is the browser's; with Alt, Insert or Caps Lock a screen reader's, and none is listened to.
    expect(chords.filter((key) => !['Mod+k', 'Mod+z'].includes(key))).toEqual([])
    expect(used.filter((key) => /^(F\d+|Tab|Insert|CapsLock|Home|End|Page)/.test(key))).toEqual([])
  })
})

const signs: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'esc',
  'mod+k': 'ctrl k',
  'mod+z': 'ctrl z',
}

function plain(key: string): string {
  const lower = key.toLowerCase()
  return signs[lower] ?? lower
}
