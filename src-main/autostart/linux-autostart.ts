/**
 * The text of a desktop entry that starts Kerbside with the session (freedesktop.org, Desktop Entry 1.5).
 * @param command the program and its arguments
 */
export function autostartEntry(name: string, command: readonly string[]): string {
  return `[Desktop Entry]\nType=Application\nName=${name}\nExec=${command.map(execWord).join(' ')}\nTerminal=false\n`
}

/**
 * One word of an `Exec` line. It is unquoted twice: first as a string of the file, where a backslash escapes, then as a word of the
 * command, where within double quotes the four signs below must be escaped; a percent sign would begin a field code.
 */
function execWord(word: string): string {
  const quoted = `"${word.replace(/(["`$\\])/g, '\\$1').replaceAll('%', '%%')}"`
  return quoted.replaceAll('\\', '\\\\')
}
