/**
 * The text of a desktop entry that starts Kerbside with the session (freedesktop.org, Desktop Entry 1.5). Where the program is gone, as after
 * its package was removed, the entry counts as absent.
 * @param command the program and its arguments
 */
export function autostartEntry(name: string, command: readonly string[]): string {
  const [program = ''] = command
  const rows = [
    'Type=Application',
    `Name=${name}`,
    `TryExec=${program.replaceAll('\\', '\\\\')}`,
    `Exec=${command.map(execWord).join(' ')}`,
    'Terminal=false',
  ]
  return `[Desktop Entry]\n${rows.join('\n')}\n`
}

/**
 * One word of an `Exec` line. It is unquoted twice: first as a string of the file, where a backslash escapes, then as a word of the
 * command, where within double quotes the four signs below must be escaped; a percent sign would begin a field code.
 */
function execWord(word: string): string {
  const quoted = `"${word.replace(/(["`$\\])/g, '\\$1').replaceAll('%', '%%')}"`
  return quoted.replaceAll('\\', '\\\\')
}
