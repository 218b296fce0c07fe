/** The statements of a migration, one by one; a trigger is one, whatever stands in it. */
export function statementsOf(sql: string): readonly string[] {
  const statements: string[] = []
  let open = ''
  for (const line of sql.replace(/--.*$/gm, '').split(/(?<=;)/)) {
    open += line
    const isTrigger = /^\s*CREATE TRIGGER/i.test(open)
    if (!open.trimEnd().endsWith(';') || (isTrigger && !/\bEND;\s*$/i.test(open))) continue
    statements.push(open.trim())
    open = ''
  }
  if (open.trim() !== '') statements.push(open.trim())
  return statements
}
