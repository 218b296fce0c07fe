import { createContext, useContext } from 'react'
import { useStore } from 'zustand/react'
import type { Site } from '../../src-shared/api/site-schemas.ts'
import type { Speech } from '../../src-shared/ui/speech.ts'
import type { SessionEvent } from './events.ts'
import type { KioskApi } from './kiosk-api.ts'
import type { KioskState, KioskStore } from './kiosk-store.ts'

export interface Kiosk {
  readonly store: KioskStore
  readonly api: KioskApi
  readonly speech: Speech
}

export const KioskContext = createContext<Kiosk | null>(null)

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext)
  if (kiosk === null) throw new Error('a kiosk screen must stand inside the KioskContext')
  return kiosk
}

/** A part of the kiosk's state; renders again only when that part changes. */
export function useKioskState<T>(selector: (state: KioskState) => T): T {
  return useStore(useKiosk().store, selector)
}

/** Tells the session what has happened. */
export function useSend(): (event: SessionEvent) => void {
  return useKiosk().store.send
}

/** The site. Only a kiosk that was admitted shows the screens that use this, and admission brings the site. */
export function useSite(): Site {
  const site = useKioskState((state) => state.site)
  if (site === undefined) throw new Error('the site is not known yet')
  return site
}
