import type { FileAnswer } from '../../src-shared/api/route.ts'

/** Saves a file as a download does. */
export function saveFile({ bytes, fileName }: FileAnswer, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
