import { useEffect, useMemo, useState } from 'react'
import type { qrPath } from '../../src-shared/ui/qr-path.ts'

type Drawer = typeof qrPath

let fetched: Promise<Drawer | undefined> | undefined

/** What draws codes, fetched when it is first asked for; undefined while it cannot be had, and the next one asks again. */
export function fetchQrDrawer(): Promise<Drawer | undefined> {
  return (fetched ??= import('../../src-shared/ui/qr-path.ts').then(
    (module) => module.qrPath,
    () => (fetched = undefined),
  ))
}

/** A text as a code; undefined until what draws it is there. */
export function useQrPath(text: string): ReturnType<Drawer> | undefined {
  const [drawer, setDrawer] = useState<Drawer>()
  useEffect(() => {
    void fetchQrDrawer().then((found) => setDrawer(() => found))
  }, [])
  return useMemo(() => drawer?.(text), [drawer, text])
}
