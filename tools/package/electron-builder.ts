import { mustRun } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'

/** Runs electron-builder with our configuration; it publishes nothing. @param note is told its last line as it gets on */
export async function runElectronBuilder(
  args: readonly string[],
  note: (line: string) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const all = [
    packageFile('electron-builder/cli.js'),
    '--config',
    'electron.builder.yml',
    '--publish',
    'never',
    ...args,
  ]
  await mustRun(process.execPath, all, {
    // electron-builder would look for a newer version of itself.
    env: { NO_UPDATE_NOTIFIER: '1', ...env },
    onLine: (line) => note(line.replace(/^\s*•\s*/, '').slice(0, 80)),
  })
}
