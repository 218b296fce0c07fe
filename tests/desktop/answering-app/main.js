// The built application, with somebody who answers its first dialogs: those that come before a test could reach in.
// E2E_ANSWERS: the buttons to press, by their numbers, with commas between. E2E_DIALOGS: the file that gets a line for each dialog.
import { appendFileSync } from 'node:fs'
import { dialog } from 'electron'

const answers = (process.env.E2E_ANSWERS ?? '').split(',').map(Number)

dialog.showMessageBox = async (options) => {
  appendFileSync(process.env.E2E_DIALOGS, `${JSON.stringify(options)}\n`)
  return { response: answers.shift() ?? options.cancelId ?? 0, checkboxChecked: false }
}

// By address, because what is built is no part of the source tree: a fresh checkout has none.
await import(new URL('../../../out/main/main.cjs', import.meta.url).href)
