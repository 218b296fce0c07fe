import { useEffect, type RefObject } from 'react'

/** Enter in a part of a day or a time sends the form that it is in, as in every other field; the parts are no inputs. */
export function useEnterSends(field: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = field.current
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return
      if (event.target.role === 'spinbutton') element?.closest('form')?.requestSubmit()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [field])
}
