/**
 * Moves the focus through the rows of a list, from one row's actions to the next one's; from elsewhere to the first row.
 * @returns whether there was a row to go to
 */
export function focusRow(list: HTMLElement | null, direction: 'next' | 'previous'): boolean {
  const handles = [...(list?.querySelectorAll<HTMLElement>('[data-row-handle]') ?? [])]
  const row = document.activeElement?.closest('tr')
  const here = handles.findIndex((handle) => row?.contains(handle))
  const step = direction === 'next' ? 1 : -1
  const to = here === -1 ? 0 : Math.min(handles.length - 1, Math.max(0, here + step))
  handles[to]?.focus()
  return handles.length > 0
}
