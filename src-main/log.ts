/** One line on standard error. The server keeps its own structured log; the desktop has little to say and says it plainly. */
export function log(line: string): void {
  process.stderr.write(`kerbside desktop: ${line}\n`)
}
