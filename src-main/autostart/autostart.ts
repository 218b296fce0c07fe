import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { log } from '../log.ts'
import { productName } from '../texts.ts'
import { autostartEntry } from './linux-autostart.ts'

/** Whether Kerbside starts with the computer, in the way of the system that it runs on. */
export interface Autostart {
  get(): boolean
  /** @returns what then holds */
  set(on: boolean): boolean
  /** Names the program that runs now, where another was named: an AppImage has another name after an update. */
  renew(): void
}

export function createAutostart(): Autostart {
  return process.platform === 'linux' ? linuxAutostart() : loginItem()
}

function loginItem(): Autostart {
  const get = () => app.getLoginItemSettings().openAtLogin
  return {
    get,
    set(on) {
      app.setLoginItemSettings({ openAtLogin: on })
      return get()
    },
    renew: () => undefined,
  }
}

/** Electron leaves Linux out. An entry in the autostart folder is what every desktop there reads. */
function linuxAutostart(): Autostart {
  const configFolder = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
  const file = join(configFolder, 'autostart', 'kerbside.desktop')
  const get = () => existsSync(file)
  const entry = () => autostartEntry(productName, startCommand())
  return {
    get,
    set(on) {
      if (on) {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, entry())
      } else {
        rmSync(file, { force: true })
      }
      return get()
    },
    renew() {
      // A development tree that is tried out takes nothing over from what is installed.
      if (!app.isPackaged || !get()) return
      try {
        if (readFileSync(file, 'utf8') !== entry()) writeFileSync(file, entry())
      } catch (error) {
        log(`the entry that starts Kerbside with the session could not be renewed: ${String(error)}`)
      }
    },
  }
}

/** How this Kerbside was started: an AppImage is named by its own file, and not by where it is mounted just now. */
function startCommand(): string[] {
  const program = process.env['APPIMAGE'] || process.execPath
  return app.isPackaged ? [program] : [program, app.getAppPath()]
}
