/** Moves the focus to the field of a path, or to the nearest one: a field within it, else one around it. */
export function focusField(path: string) {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')]
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const field = fieldAt(fields, at)
    if (field === undefined) continue
    field.focus()
    field.scrollIntoView({ block: 'center' })
    return
  }
}

function fieldAt<T extends { readonly dataset: DOMStringMap }>(fields: readonly T[], path: string): T | undefined {
  const exact = fields.find(({ dataset }) => dataset['path'] === path)
  return exact ?? fields.find(({ dataset }) => dataset['path']?.startsWith(`${path}.`) === true)
}
